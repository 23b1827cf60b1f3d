import type { ChangeWords } from '#src/domain/assessment/rules/rule-change-words.ts';
import { periodName } from '#src/domain/calendar/period.ts';
import type { ImportRecord } from '#src/domain/import/plan/import-record.ts';
import { caption, hr, markdown } from '../kit/content.ts';
import type { BodyElement, ButtonElement, Element, FormElement, Maybe } from '../kit/elements.ts';
import { form, input, labelled, selectStatic } from '../kit/form.ts';
import { md } from '../kit/markup.ts';
import { bold, coloured } from '../kit/phrasing.ts';
import { changeLines } from '../rules/change-lines.ts';
import { importConfirm } from './import-buttons.ts';

/** What is asked before a workbook comes in, where anything is. */
export type Asked = Pick<ImportRecord, 'id' | 'digest' | 'late' | 'rules' | 'renewals'>;

/** The names of the fields in which the person who confirms says why. */
export const importFields = {
  late: 'late_reason',
  why: 'why',
  since: (year: number) => `since_${year}`,
} as const;

/** Shown of all years together. */
const mostChanges = 5;

type Rules = NonNullable<Asked['rules']>;

const rulesOf = ({ rules = [] }: Asked): Rules => rules;

function changeElements(first: readonly ChangeWords[]): BodyElement[] {
  return first.map((change) => markdown(changeLines(change, 40)));
}

/** What a workbook changes in the rules and from when, before it is confirmed. */
export function ruleElements(asked: Asked): Maybe<BodyElement>[] {
  const rules = rulesOf(asked);
  return rules.flatMap(({ year, total, first, from }) => {
    const shown = first.slice(0, Math.max(1, Math.floor(mostChanges / rules.length)));
    const rest = total - shown.length;
    return [
      hr(),
      markdown(
        md`${bold(`${year}年规则有 ${total} 处变动`)}，确认后形成新的规则版本，从${periodName(from)}起施行，也可以另选月份。`,
      ),
      ...changeElements(shown),
      rest > 0 && caption(`另有 ${rest} 处。`),
    ];
  });
}

/** How many values come after their due day. */
export function lateElement({ late = 0 }: Asked): Maybe<BodyElement> {
  return late > 0 && markdown(coloured('orange', `有 ${late} 条已过截止日，确认时请写明逾期原因。`));
}

function startElements({ year, from, starts }: Rules[number]): Element[] {
  return labelled(
    `${year}年的规则从哪个月起施行（更早的月份按原规则）`,
    selectStatic({
      name: importFields.since(year),
      placeholder: '施行月份',
      options: starts.map((value) => ({ value, text: `从${periodName(value)}起` })),
      chosen: from,
    }),
  );
}

/** The button that imports; where late values or changed rules need their reason, in a form that asks for it. */
export function confirmElement(asked: Asked, text: string): ButtonElement | FormElement {
  const { id, digest, renewals, late = 0 } = asked;
  const rules = rulesOf(asked);
  const look = { text, type: 'primary_filled' as const, payload: { import: id, digest, renewals } };
  if (late === 0 && rules.length === 0) return importConfirm.button(look);
  return form('import_form', [
    ...rules.flatMap(startElements),
    rules.length > 0 &&
      input({
        name: importFields.why,
        label: '调整规则的理由和依据',
        placeholder: '例如：区委常委会第 12 次会议决定',
        required: true,
        max: 200,
      }),
    late > 0 &&
      input({
        name: importFields.late,
        label: `逾期原因（对这 ${late} 条都适用）`,
        placeholder: '例如：部门数据晚到',
        required: true,
        max: 100,
      }),
    importConfirm.submit({ name: 'submit', ...look }),
  ]);
}
