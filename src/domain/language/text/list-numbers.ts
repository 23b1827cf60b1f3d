/** The numbers of a list are no figures: 1 固投 14.2亿 ⏎ 2 社零增速 5.2%, when they count up. */
export function withoutLineNumbers(text: string): string {
  const number = /^\s*(\d{1,2})[ \t]+(?=\p{Script=Han})/u;
  const lines = text.split('\n');
  const numbers = lines.flatMap((line) => number.exec(line)?.[1] ?? []);
  const counting =
    numbers.length > 1 && numbers.every((each, at) => Number(each) === Number(numbers[0]) + at);
  return counting ? lines.map((line) => line.replace(number, '')).join('\n') : text;
}

/** 1、固投14亿2、社零增速5.2%: from a list that counts up within a line every entry gets its own. */
export function listedApart(text: string): string {
  const first = /(?<![\p{Script=Han}\d.])(?:1|(一))([.、)]) ?(?=\p{Script=Han})/u.exec(text);
  if (!first) return text;
  const [, chinese, mark = ''] = first;
  let apart = text;
  let from = first.index;
  for (const next of chinese ? '二三四五六七八九' : '23456789') {
    const entry = new RegExp(`(?<![\\d.])${next}[${mark}] ?(?=\\p{Script=Han})`, 'u').exec(
      apart.slice(from + 1),
    );
    if (!entry) break;
    const at = from + 1 + entry.index;
    apart = `${apart.slice(0, at)}\n${apart.slice(at + entry[0].length)}`;
    from = at;
  }
  return apart;
}

/** 1 固投14.2亿 2 社零增速5.2%: numbers with a space that count up from one, each before a name, are those of a list. */
export function listedBySpaces(text: string): string {
  const number =
    /(?<=^|[\s,:;。%元亿万家个件人户]) *(\d) +(?=\p{Script=Han})(?![个家件人户条项处次名位万亿月日])/gu;
  const numbers = [...text.matchAll(number)];
  const opens = numbers[0] && /(?:^|[:\n]) *$/.test(text.slice(0, numbers[0].index));
  const counting = numbers.length > 1 && numbers.every(([, digit], at) => Number(digit) === at + 1);
  return opens && counting ? text.replace(number, '\n') : text;
}
