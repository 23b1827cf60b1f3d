/** Ends what a number can still be about: the next sentence, line or figure. */
const sentenceEnd = /[。;!\n]/;

/** A clause or bracket that says no more than that the figure is not sure: （预计数）, 是估的, 待定, 不止. */
const unsure =
  /^(?:还|也|都|只|仅|就|这)*[是为系属]?(?:我|大家)?(?:预计|预估|估计|估算|估|预测|预判|大概|约|暂定|暂估|初估|待定|待(?:统计局)?核[定实]?|未核实|不确定|没?打底|挂零|不止|起步|往上)(?:数|值|数据|的|中|一下)*[吧哈啊了]*$/;

/** 别报, 不要录: not 分别报送 or 特别报告. */
const heldBack = /(?:(?<![特分级类区个性识差])别|不用|不要|先不)[录记报](?![告喜备])/;

/** What takes a figure back or says that it is another, wherever it stands in the clause: 写错了, 更正为, 多报了, 作废. */
const takenBack =
  /作废|不算数?$|删[掉除]|撤回|不对(?![称外应])|有误|(?<!不)错了?$|[写填报]错|是错的|更正|改[为成](?![效果立功])|应[该为是]|(?<![无没不])[多少漏虚]报|核[减增]|调[减增]|出入(?![境口库证])|不一定|说不准|[是为]上个?月的|(?:准确|确切)[地的]?说|其实/;

/** 14.2亿没完成: the figure was not reached. With an object (未完成年度目标) it says nothing of the figure. */
const notReached = /^(?:还|都|也|仍|尚)*(?:没有?|未)(?:能?完成|达到|达成|实现)$|^完不成$|^(?:都|也|还)没有?$/;

/** ↓, （下降）, 是负的: a sign behind the figure. */
const fallen = /^[是为]?(?:↓|负的?|负数|负值|负增长|下降|下滑|减少|降|跌)了?$/;

interface Behind {
  /** Clauses and brackets that hold no figure of their own. */
  readonly clauses: readonly string[];
  /** What stands before the next figure in its clause: 更正为 18.9亿. */
  readonly lead: string;
}

/** What stands behind a number up to the next figure of its sentence. */
function behindOf(text: string, end: number): Behind {
  const sentence = text.slice(end).split(sentenceEnd, 1)[0] ?? '';
  const clauses = sentence.split(/[,()、~?\s]+/);
  const next = clauses.findIndex((clause) => /\d/.test(clause));
  const own = next < 0 ? clauses : clauses.slice(0, next);
  return { clauses: own.filter((clause) => clause !== ''), lead: clauses[next]?.split(/\d/, 1)[0] ?? '' };
}

/** Whether what stands behind a number says that it is not surely the value: about right, taken back, not reached. */
export function isDoubtedBehind(text: string, end: number): boolean {
  const { clauses, lead } = behindOf(text, end);
  const doubts = [unsure, takenBack, heldBack];
  return (
    takenBack.test(lead) ||
    notReached.test(clauses[0] ?? '') ||
    clauses.some((clause) => doubts.some((doubt) => doubt.test(clause)))
  );
}

/** Whether the sentence so far says that nothing is to be taken down: 先别录，固投… */
export function isHeldBack(before: string): boolean {
  return heldBack.test(before.split(sentenceEnd).at(-1) ?? '');
}

/** Whether a sign stands behind a number instead of before it: 1.2%↓, 1.2%（下降）, 1.2%，是负的. */
export function isFallenBehind(text: string, end: number): boolean {
  return fallen.test(behindOf(text, end).clauses[0] ?? '');
}
