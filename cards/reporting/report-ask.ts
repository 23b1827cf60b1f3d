import type { AskReason } from '#src/domain/language/settling/understanding.ts';
import { markdown, row } from '../kit/content.ts';
import type { Element, Maybe } from '../kit/elements.ts';
import { cut, md } from '../kit/markup.ts';
import type { Option } from '../kit/option.ts';
import { reportAnswer } from './report-buttons.ts';

/** A question about an item of a draft. */
export interface Ask {
  /** The number that `report.answer` carries. */
  readonly ask: number;
  /** The item's number as shown, 1-based. */
  readonly item: number;
  readonly reason: AskReason;
  /** The words that were said. */
  readonly said: string;
  /** The indicator's measure and range, where known. */
  readonly measure?: string | undefined;
  readonly range?: string | undefined;
  /** Why the value cannot be taken, as a sentence, where it was understood. */
  readonly problem?: string | undefined;
  /** What may be answered; none: only correcting helps. */
  readonly choices: readonly Option[];
}

/** The draft and how many questions it still has. */
interface AskedOn {
  readonly draft: string;
  readonly left: number;
  /** Whether it is all that was said: then the whole draft is cancelled instead of left out. */
  readonly alone: boolean;
}

const questions: Record<AskReason, (said: string, ask: Ask) => string> = {
  ambiguous_indicator: (said) => `${said}可能是下面几个指标，您指的是哪一个？`,
  unknown_indicator: (said, { choices }) =>
    choices.length > 0
      ? `${said}里有没听懂的词，是下面这个指标的数吗？不是请点“更正”。`
      : `没有找到${said}对应的指标，您指的是哪一个？`,
  ambiguous_unit: (said) => `${said}是哪个单位的数？`,
  no_period: (said) => `${said}没有说是哪一期的数，请选择。`,
  period_unclear: (said) => `${said}指的是哪一期？`,
  measure_missing: (said, { measure }) =>
    `${said}没有带计量单位${measure ? `（本指标按${measure}报送）` : ''}，请选择。`,
  measure_incompatible: (said, { measure }) =>
    `${said}的计量单位与本指标${measure ? `（${measure}）` : ''}不一致，实际完成值是多少？`,
  ratio_of_target: (said) => `${said}像是完成目标的比例，请确认实际完成值。`,
  out_of_range: (said, { range, problem }) =>
    problem ?? `${said}超出本指标的合理范围${range ? `（${range}）` : ''}，请确认。`,
  value_unclear: (said) => `${said}里的数值没有看清，请确认是多少。`,
};

/** The question in one short sentence. */
function askWords(ask: Ask): string {
  const said = ask.said.trim() === '' ? '这一条' : `“${cut(ask.said.trim(), 60)}”`;
  return questions[ask.reason](said, ask);
}

const mostButtons = 4;

/** The question with its choices: a few as buttons, more as a select. */
export function askElements(asked: AskedOn, ask: Ask): Maybe<Element>[] {
  const correct = asked.alone ? '请点“更正”修改。' : '请点“更正”修改，不用报的点“这条不报”。';
  const long = ask.choices.length > mostButtons;
  return [
    markdown(md`第 ${ask.item} 条：${askWords(ask)}${ask.choices.length === 0 ? correct : ''}`),
    long && choiceSelect(asked, ask),
    row([...(long ? [] : choiceButtons(asked, ask)), !asked.alone && leaveOut(asked, ask)]),
  ];
}

function choiceButtons({ draft, left }: AskedOn, { ask, choices }: Ask): Element[] {
  return choices.map(({ value, text }) =>
    reportAnswer.button({
      text: cut(text, 40),
      size: 'small',
      payload: { draft, left, ask, choice: value },
    }),
  );
}

/** What was only mentioned (其中女性520人) shall not keep the values beside it from being reported. */
function leaveOut({ draft, left }: AskedOn, { ask }: Ask): Element {
  return reportAnswer.button({
    text: '这条不报',
    size: 'small',
    payload: { draft, left, ask, leave: true },
  });
}

function choiceSelect({ draft, left }: AskedOn, { ask, choices }: Ask): Element {
  return reportAnswer.select({
    placeholder: `请选择（${choices.length} 个选项）`,
    options: choices.slice(0, 50),
    payload: { draft, left, ask },
  });
}
