import type { ChangeWords } from '#src/domain/assessment/rules/rule-change-words.ts';
import { periodName } from '#src/domain/calendar/period.ts';
import { type Instant, longTime } from '#src/shared/time.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, hr, markdown, row } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { pager } from '../kit/pager.ts';
import { pageOf } from '../kit/paging.ts';
import { bold, lines } from '../kit/phrasing.ts';
import { changeLines } from './change-lines.ts';
import { rulesShow } from './rules-buttons.ts';

/** One rule version in the list. */
interface VersionRow {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly why: string;
  readonly from?: string;
  /** How many things it changed. */
  readonly changes: number;
}

/** The rule versions, newest first. */
export interface RulesView extends Pick<Frame, 'demo'> {
  readonly versions: readonly VersionRow[];
  readonly page: number;
}

const perPage = 8;

/** From when a version holds, in words. */
function fromWords(from: string | undefined): string {
  return from === undefined ? '从年初起' : `从${periodName(from)}起`;
}

/** The rule versions with who, when and why, each a tap from what it changed. */
export function rulesCard(view: RulesView): Card {
  const { rows, ...place } = pageOf(view.versions, view.page, perPage);
  return card({
    frame: plainFrame(view),
    title: '规则版本',
    subtitle: `${view.versions.length} 个，新的在前`,
    elements: [
      markdown(md`每个时期按当时施行的规则计分。调整规则只影响施行月份及以后，更早的得分不变。`),
      ...rows.flatMap((version) => [
        hr(),
        markdown(
          lines(
            md`${bold(version.id)} ${fromWords(version.from)}施行`,
            md`${cut(version.why, 200)}`,
            md`${version.by}，${longTime(version.at)}${version.changes === 0 ? '' : `，调整 ${version.changes} 项`}`,
          ),
        ),
        version.changes > 0
          ? row([rulesShow.button({ text: '看调整了什么', size: 'small', payload: { id: version.id } })])
          : undefined,
      ]),
      rows.length === 0 && markdown(md`还没有规则版本。考核办下达目标任务后就有了。`),
      row(pager(place, (to, text) => rulesShow.button({ text, size: 'small', payload: { page: to } }))),
    ],
  });
}

/** What lies between two rule versions. */
export interface RuleChangesView extends Pick<Frame, 'demo'> {
  readonly id: string;
  readonly against?: string;
  readonly from?: string;
  readonly why: string;
  readonly by: string;
  readonly at: Instant;
  readonly changes: readonly ChangeWords[];
  /** Changes of others' units and tracks, which are not shown here. */
  readonly hidden: number;
  readonly others: readonly string[];
  readonly page: number;
}

const changesPerPage = 6;
const mostOthers = 40;

function unchangedWords({ against, hidden }: RuleChangesView): string {
  if (hidden > 0) return '没有涉及您单位的调整。';
  return against === undefined ? '这是第一个版本，没有更早的版本可比。' : '两个版本之间没有差别。';
}

/** What a rule version changed against another, thing by thing. */
export function ruleChangesCard(view: RuleChangesView): Card {
  const { id, against, others } = view;
  const { rows, ...place } = pageOf(view.changes, view.page, changesPerPage);
  const to = against === undefined ? {} : { against };
  return card({
    frame: plainFrame(view),
    title: `规则版本 ${id}`,
    subtitle:
      against === undefined ? fromWords(view.from) : `与 ${against} 比较 · ${fromWords(view.from)}施行`,
    elements: [
      markdown(lines(md`${cut(view.why, 200)}`, md`${view.by}，${longTime(view.at)}`)),
      ...rows.flatMap((change, index) => [index > 0 && hr(), markdown(changeLines(change, 80))]),
      view.changes.length === 0 && markdown(md`${unchangedWords(view)}`),
      view.hidden > 0 ? caption(`另有 ${view.hidden} 项涉及其他单位。`) : undefined,
      others.length > 0 &&
        rulesShow.select({
          placeholder: '与哪个版本比较',
          options: others.slice(-mostOthers).map((other) => ({ value: other, text: `与 ${other} 比较` })),
          chosen: against,
          payload: { id },
        }),
      row([
        ...pager(place, (page, text) =>
          rulesShow.button({ text, size: 'small', payload: { id, ...to, page } }),
        ),
        rulesShow.button({ text: '全部版本', size: 'small', payload: {} }),
      ]),
    ],
  });
}
