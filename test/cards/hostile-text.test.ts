import { describe, expect, it } from 'vitest';
import { sample as explain } from '#cards/assessment/explain.samples.ts';
import { explainCard } from '#cards/assessment/explain.ts';
import { sample as mine } from '#cards/assessment/mine.samples.ts';
import { mineCard } from '#cards/assessment/mine.ts';
import { sample as ranking } from '#cards/assessment/ranking.samples.ts';
import { rankingCard } from '#cards/assessment/ranking.ts';
import { sample as confirm } from '#cards/assessment/report-confirm.samples.ts';
import { reportConfirmCard } from '#cards/assessment/report-confirm.ts';
import { sample as correct } from '#cards/assessment/report-correct.samples.ts';
import { reportCorrectCard } from '#cards/assessment/report-correct.ts';
import { sample as reportForm } from '#cards/assessment/report-form.samples.ts';
import { reportFormCard } from '#cards/assessment/report-form.ts';
import { sample as recorded } from '#cards/assessment/report-recorded.samples.ts';
import { reportRecordedCard } from '#cards/assessment/report-recorded.ts';
import { sample as problem } from '#cards/enterprise/enterprise.samples.ts';
import { problemDeskCard } from '#cards/enterprise/problem-desk.ts';
import { problemEntrepreneurCard } from '#cards/enterprise/problem-entrepreneur.ts';
import { problemFormCard } from '#cards/enterprise/problem-form.ts';
import { problemRatingCard } from '#cards/enterprise/problem-rating.ts';
import { ticketListCard } from '#cards/enterprise/ticket-list.ts';
import type { Card } from '#cards/kit/card.ts';
import { checkCard } from '#cards/kit/check-card.ts';
import { bindCard } from '#cards/system/bind.ts';
import { chatRegisterCard } from '#cards/system/chat-register.ts';
import { helpCard } from '#cards/system/help.ts';
import { refusalCard } from '#cards/system/refusal.ts';
import { sentenceCard } from '#cards/system/sentence.ts';
import { suggestCard } from '#cards/system/suggest.ts';
import { sourcesOf } from './read-card.ts';

const demo = true;
const words = '文字';
const contact = { name: words, post: words, phone: words };
const option = { value: 'a', text: words };
const desk = { demo, problem, may: ['accept'], today: '2026-11-06', contact, error: words };

type Shown = readonly [name: string, render: (bad: <T>(view: T) => T) => Card];

const cards: readonly Shown[] = [
  ['ranking', (bad) => rankingCard(bad({ ...ranking, remarks: [words], limitedWhy: words }))],
  ['explain', (bad) => explainCard(bad(explain))],
  ['report-confirm', (bad) => reportConfirmCard(bad({ ...confirm, note: words, refused: [words] }))],
  ['report-correct', (bad) => reportCorrectCard(bad({ ...correct, error: words }))],
  ['report-form', (bad) => reportFormCard(bad({ ...reportForm, error: words }))],
  ['report-recorded', (bad) => reportRecordedCard(bad(recorded))],
  ['mine', (bad) => mineCard(bad({ ...mine, remarks: [words] }))],
  ['problem-form', (bad) => problemFormCard(bad({ demo, enterpriseName: words, error: words }))],
  ['problem-desk', (bad) => problemDeskCard(bad(desk))],
  ['problem-entrepreneur', (bad) => problemEntrepreneurCard(bad({ demo, problem }))],
  ['problem-rating', (bad) => problemRatingCard(bad({ demo, problem }))],
  ['ticket-list', (bad) => ticketListCard(bad({ demo, side: 'desk', problems: [problem] }))],
  [
    'help',
    (bad) =>
      helpCard(
        bad({
          demo,
          name: words,
          sections: [
            { title: words, entries: [{ title: words, summary: words, say: '/x', example: words }] },
          ],
        }),
      ),
  ],
  ['refusal', (bad) => refusalCard(bad({ demo, why: words, who: words }))],
  ['sentence', (bad) => sentenceCard(bad({ demo, text: words, title: words, reference: words }))],
  ['suggest', (bad) => suggestCard(bad({ demo, said: words, suggestions: [{ title: words, say: '/x' }] }))],
  ['bind', (bad) => bindCard(bad({ demo, error: words, candidates: [option] }))],
  ['bind result', (bad) => bindCard(bad({ demo, result: { who: words, as: words, roles: words } }))],
  ['chat-register', (bad) => chatRegisterCard(bad({ demo, owners: [option], current: words, error: words }))],
];

/** The view with something put before every Chinese text in it. */
function spoilt<T>(view: T, prefix: string): T {
  const visit = (value: unknown): unknown => {
    if (typeof value === 'string') return /[\u4e00-\u9fff]/.test(value) ? prefix + value : value;
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visit(item)]));
  };
  return visit(view) as T;
}

const attacks = [
  '<at id=all></at>',
  '</font><at id=all></at>',
  '[点我](https://x.cn)',
  '![](img)',
  '**_~~`',
  '\n# 大\n- 一\n',
];

describe.each(cards)('%s', (_, render) => {
  it.each(attacks)('shows %j as text, never as markup', (attack) => {
    const card = render((view) => spoilt(view, attack));
    expect(checkCard(card)).toEqual([]);
    for (const source of sourcesOf(card)) {
      expect(source).not.toMatch(/<(?!br>|\/?font)|<at|<a |<link|<person/);
      expect(source).not.toMatch(/\]\(|~~|`|_|\n[#-]/);
    }
  });

  it('still fits when every text has 200 characters more', () => {
    expect(checkCard(render((view) => spoilt(view, '长'.repeat(200))))).toEqual([]);
  });
});
