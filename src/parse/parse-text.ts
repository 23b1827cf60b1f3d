import { closestWords } from './closest-words.ts';
import type { CommandWords } from './command-words.ts';

/** What a text is before anybody looks at its meaning. */
export type Said =
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  /** Begins with a slash, but no command is called so; the closest ones, best first. */
  | { readonly kind: 'near_miss'; readonly word: string; readonly closest: readonly string[] }
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'nothing' };

const slashWord = /^\/\s*(\S*)\s*([\s\S]*)$/;

function commandCalled(word: string, commands: readonly CommandWords[]): CommandWords | undefined {
  const lower = word.normalize('NFKC').toLowerCase();
  return commands.find((command) => command.name === lower || command.aliases.includes(lower));
}

/** Chinese needs no space: `/排名园区` is `/排名 园区`. The longest word wins. */
function glued(word: string, commands: readonly CommandWords[]): { name: string; rest: string } | undefined {
  const hits = commands.flatMap((command) =>
    command.aliases
      .filter((alias) => word.startsWith(alias))
      .map((alias) => ({ name: command.name, alias, rest: word.slice(alias.length) })),
  );
  return hits.sort((a, b) => b.alias.length - a.alias.length)[0];
}

/** A short text without a pause that ends in the word: 镇街排名, 10月园区排名. Longer ones say something of a place. */
const short = /^[^,，。、；;:：!！?？\n]{1,20}$/u;

/** 请帮我看下我们的排名 is /排名, 我要报数 is /报数. */
const ask =
  /^(?:请|麻烦|帮我|帮忙|发?给我|发我|我要|我想|我来)*(?:[把将])?(?:看一?下|看看|查一?下|查看|查|看|发一?下|要)?(?:(?:我们?|咱们?|本)(?:单位|街道|镇|局|委|园区|集团)?)?的?/u;
const handed = /(?:发(?:给)?我(?:一下|看看)?|给我(?:看看|看一?下|看)?)$/u;

/** The period may stand behind the word: 镇街排名10月. */
const ending =
  /^(.*?) *((?:20\d{2}年?)?(?:\d{1,2}月份?|[一二三四1-4]季度|上半年|下半年)|20\d{2}年|上个?月|本月|这个月|今年|去年)?$/u;

/** 附10月简报, 收到排名 and 固投14.2亿排名 tell of one. */
const told = /^(?:请?查收|已|附|收到|以上|见|报送|转发|看到)|\d\.\d|\d[亿万%元个家件人户]/u;

/** A command in the way people ask for it: its word alone, or said last of what it is asked for. */
function asked(text: string, commands: readonly CommandWords[]): Said | undefined {
  if (!short.test(text) || told.test(text)) return undefined;
  const plain = text.replace(handed, '').replace(ask, '').trim();
  const bare = commands.find(({ askedAlone = [], saidLast = [] }) =>
    [...askedAlone, ...saidLast].includes(plain),
  );
  if (bare) return { kind: 'command', name: bare.name, rest: '' };
  const [, head = '', when = ''] = ending.exec(plain) ?? [];
  for (const { name, saidLast = [] } of commands) {
    const word = saidLast.find((last) => head.endsWith(last));
    if (!word) continue;
    const what = head.slice(0, -word.length).replace(/的$/u, '').trim();
    return { kind: 'command', name, rest: `${what} ${when}`.trim() };
  }
  return undefined;
}

/** Sorts a text (mentions already removed) into command, near miss, sentence or nothing. A bare Chinese command word counts as the command. */
export function parseText(text: string, commands: readonly CommandWords[]): Said {
  if (text === '') return { kind: 'nothing' };
  const slash = slashWord.exec(text);
  if (!slash) {
    const [first = '', ...others] = text.split(' ');
    const command = commands.find((entry) => entry.aliases.includes(first));
    return command
      ? { kind: 'command', name: command.name, rest: others.join(' ') }
      : (asked(text, commands) ?? { kind: 'sentence', text });
  }
  const [, word = '', rest = ''] = slash;
  const command = commandCalled(word, commands);
  if (command) return { kind: 'command', name: command.name, rest: rest.trim() };
  const joined = glued(word, commands);
  if (joined) return { kind: 'command', name: joined.name, rest: `${joined.rest} ${rest}`.trim() };
  return { kind: 'near_miss', word: word.slice(0, 20), closest: closestWords(word, commands) };
}
