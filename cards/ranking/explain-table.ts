import { withMeasure } from '#src/domain/assessment/records/with-measure.ts';
import { ruleWords } from '#src/domain/assessment/rules/rule-words.ts';
import type { AssignmentStatus } from '#src/domain/assessment/scoring/assignment-score.ts';
import { periodName } from '#src/domain/calendar/period.ts';
import type { TableElement } from '../kit/elements.ts';
import { type Markup, md } from '../kit/markup.ts';
import { coloured, lines } from '../kit/phrasing.ts';
import { table } from '../kit/table.ts';
import { comparedWords } from './compared-words.ts';
import type { ExplainLine } from './explain-view.ts';

const stateWords: Record<AssignmentStatus, string> = {
  scored: '',
  unreported: '未报（已逾期，计 0 分）',
  left_out_not_due: '未到截止日，暂不计',
  left_out_no_benchmark: '缺对标值，暂不计',
};

/** The indicators of a score. What matters on a phone comes first: the name, what was lost, what was gained. */
export function explainTable(rows: readonly ExplainLine[]): TableElement {
  return table<ExplainLine>({
    rows,
    freezeFirst: true,
    columns: [
      { title: '指标', width: '140px', text: (line) => line.indicator },
      { title: '失分', width: '80px', align: 'right', markdown: lostMark },
      { title: '得分', width: '80px', align: 'right', text: (line) => line.points ?? '不计' },
      { title: '完成值', width: '190px', align: 'right', markdown: valueMark },
      { title: '权重', width: '80px', align: 'right', text: (line) => line.weight },
      { title: '目标', width: '120px', align: 'right', text: targetWords },
      { title: '得分系数', width: '90px', align: 'right', text: (line) => line.f ?? '—' },
      { title: '规则', width: '240px', text: (line) => ruleWords(line.rule, line.direction) },
      { title: '时期', width: '120px', text: (line) => periodName(line.period) },
      { title: '数据来源', width: '120px', text: (line) => line.source },
      { title: '填报人', width: '80px', text: (line) => line.reporter },
    ],
  });
}

function lostMark({ lost }: ExplainLine): Markup {
  if (lost === null) return coloured('grey', '不计');
  return /[1-9]/.test(lost) ? coloured('red', lost) : md`${lost}`;
}

function valueMark(line: ExplainLine): Markup {
  const words = stateWords[line.status];
  const value = line.value === null ? md`` : md`${withMeasure(line.value, line)}`;
  const state = coloured(line.status === 'unreported' ? 'red' : 'grey', words);
  return lines(md`${value}${state}`, comparedWords(line.compared ?? []));
}

function targetWords({ target, measure }: ExplainLine): string {
  return target === null ? '—' : withMeasure(target, { measure });
}
