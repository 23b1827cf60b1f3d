import { type Card, card } from '../kit/card.ts';
import { caption, markdown, row, rowWithButton } from '../kit/content.ts';
import type { BodyElement, Maybe } from '../kit/elements.ts';
import { md } from '../kit/markup.ts';
import { bold, lines } from '../kit/phrasing.ts';
import { compareShow, rankingShow } from '../ranking/score-buttons.ts';
import { coverageWords, movementMark, periodButtonText } from '../ranking/score-words.ts';
import { briefEvidence, briefShow } from './brief-buttons.ts';
import type { BriefView } from './brief-view.ts';

export type { BriefView } from './brief-view.ts';

/** A leader's brief: three things that moved and three that need a decision, each a tap from its evidence. */
export function briefCard(view: BriefView): Card {
  const { period, previous, next } = view;
  return card({
    frame: view,
    title: view.title,
    subtitle: `${view.units} 个单位 · ${coverageWords(view)}${view.running ? '（本期未结束）' : ''}`,
    elements: [
      markdown(md`${bold('三项变化')}`),
      ...movesOf(view),
      markdown(md`${bold('三项待决定')}`),
      ...decisionsOf(view),
      caption(
        '变化取升幅、降幅最大的单位，再取其余最大的；待决定按一票否决、诉求超期、数据未报、落后路线图、名次暂列的次序取前三类，诉求超期只列在最新一期。',
      ),
      row([
        rankingShow.button({
          text: '看各赛道排名',
          size: 'small',
          type: 'primary_filled',
          payload: { scope: 'tracks', period, page: 1 },
        }),
        briefShow.button({ text: 'Word 版', size: 'small', payload: { period, page: true } }),
        previous !== undefined &&
          briefShow.button({
            text: periodButtonText(previous, -1),
            size: 'small',
            payload: { period: previous },
          }),
        next !== undefined &&
          briefShow.button({ text: periodButtonText(next, 1), size: 'small', payload: { period: next } }),
      ]),
    ],
  });
}

function movesOf({ moves, period }: BriefView): Maybe<BodyElement>[] {
  if (moves.length === 0) return [markdown(md`与上期相比，各单位的名次和得分没有变化，或没有上期可比。`)];
  return moves.map((move, at) => {
    const { unit, unitName, track, places, placeBefore, place, scoreBefore, score, points, previous } = move;
    const facts = [
      md`${track}第 ${placeBefore} 名 → 第 ${place} 名 ${movementMark(places)}`,
      md`${scoreBefore} → ${score} 分（${points}）${move.provisional ? '，暂列' : ''}`,
    ];
    return rowWithButton(
      markdown(lines(md`${at + 1}. ${bold(unitName)}`, ...facts)),
      compareShow.button({ text: '为什么', size: 'small', payload: { unit, period, with: previous } }),
    );
  });
}

function decisionsOf({ decisions, period }: BriefView): Maybe<BodyElement>[] {
  if (decisions.length === 0) return [markdown(md`目前没有需要决定的事项。`)];
  return decisions.map(({ kind, fact, ask }, at) =>
    rowWithButton(
      markdown(lines(md`${at + 1}. ${fact}`, md`${bold(ask)}`)),
      briefEvidence.button({ text: '看依据', size: 'small', payload: { period, kind } }),
    ),
  );
}
