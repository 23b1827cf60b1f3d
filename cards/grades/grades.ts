import { type GradeProposal, gradeNames } from '#src/domain/assessment/records/grade-proposal.ts';
import { type Card, card } from '../kit/card.ts';
import { caption, column, columnSet, markdown, row } from '../kit/content.ts';
import { type Frame, plainFrame } from '../kit/frame.ts';
import { cut, md } from '../kit/markup.ts';
import { bold, coloured, lines } from '../kit/phrasing.ts';
import { gradesOpen, gradesPropose, gradesShow } from './grades-buttons.ts';

type GradeState = GradeProposal['state'];

/** One track's grades of a year. */
interface TrackGrades {
  readonly track: string;
  readonly name: string;
  /** Whether its table of the year's end is published. */
  readonly published: boolean;
  /** How its newest grades stand. */
  readonly state?: GradeState;
  /** The newest list that this viewer may read; absent where there is none. */
  readonly open?: { readonly id: string; readonly state: GradeState };
  /** The published table was corrected since. */
  readonly stale?: boolean;
  /** It waits, and this viewer is the second person. */
  readonly mayDecide?: boolean;
}

/** The grades of a year. */
export interface GradesView extends Pick<Frame, 'demo'> {
  readonly year: number;
  readonly lines: readonly TrackGrades[];
  readonly mayPropose: boolean;
  /** Grades from before the year was assessed here: units by grade. */
  readonly kept: readonly { readonly grade: keyof typeof gradeNames; readonly units: readonly string[] }[];
  /** The years beside this one of which there is something to show. */
  readonly years: readonly number[];
}

const most = { tracks: 12, units: 60 };

/** The year-end grades, track by track, with what is to do next. */
export function gradesCard(view: GradesView): Card {
  const { year } = view;
  return card({
    frame: plainFrame(view),
    title: `${year}年度等次`,
    elements: [
      view.kept.length > 0
        ? markdown(md`这一年没有在这里评定，下面是各单位已有的等次。`)
        : markdown(md`等次从公布的全年结果按比例评定，考核办一人提出、另一人审核，生效后逐一告知各单位。`),
      view.lines.length + view.kept.length === 0 && markdown(md`这一年还没有划分赛道。`),
      ...view.kept.map(keptLine),
      ...view.lines.slice(0, most.tracks).map((each) => trackRow(view, each)),
      caption('一票否决的单位保留得分和名次，不得评为第一等次。并列在边界上的一并计入。'),
      row(
        view.years.map((each) =>
          gradesShow.button({
            text: each < year ? `‹ ${each}年` : `${each}年 ›`,
            size: 'small',
            payload: { year: each },
          }),
        ),
      ),
    ],
  });
}

function keptLine({ grade, units }: GradesView['kept'][number]) {
  const names = units.slice(0, most.units).map((name) => cut(name, 20));
  const more = units.length > names.length ? ' 等' : '';
  return markdown(md`${bold(`${gradeNames[grade]}（${units.length} 个）`)}：${names.join('、')}${more}`);
}

function trackRow({ year, mayPropose }: GradesView, each: TrackGrades) {
  const text = markdown(lines(bold(each.name), stateWords(each)));
  const { open, state, track } = each;
  const isOpen = state === 'proposed';
  const mayStart = mayPropose && each.published && !isOpen && (state !== 'effective' || each.stale === true);
  const buttons = [
    ...(mayStart
      ? [gradesPropose.button({ text: '提出等次', size: 'small', payload: { track, year } })]
      : []),
    ...(open ? [gradesOpen.button({ text: openWords(each), size: 'small', payload: { id: open.id } })] : []),
  ];
  return columnSet([column([text], 1), ...buttons.map((button) => column([button]))]);
}

function openWords({ mayDecide, state, open }: TrackGrades): string {
  if (mayDecide === true) return '审核';
  return open?.state === state ? '查看' : '看已生效的';
}

function stateWords({ published, state, stale }: TrackGrades) {
  if (state === 'proposed') return coloured('orange', '已提出，待审核，没有生效');
  if (state === 'effective')
    return stale ? coloured('red', '已生效；公布表后来更正过，请重新提出') : coloured('green', '已生效');
  return published ? md`全年结果已公布，可以提出` : coloured('grey', '全年结果还没有公布');
}
