/** Words that only lead to what a clause says of the figure before it. */
const leadIn =
  '(?:这个?(?:数据?|数字|值|水平)|该数|此数|数据|上述|以上|这条|刚才|前面|均|全|还|也|都|只|仅|就|这|系|属于?|含|有|是|为|我们?|大家|领导|主任|说)*';
const tail = '(?:的|了|数据?|值|中|一下|吧|哈|啊|哦|是|这条)*';

const saying = (said: readonly string[]) => `${leadIn}(?:${said.join('|')})${tail}$`;

/** A clause that says nothing but one of these: so 旧改成效明显, 系统报错 or 没有错 doubt no figure. */
const onlySaying = (...said: readonly string[]) => new RegExp(`^${saying(said)}`, 'u');

/** （预计数）, 是估的, 待定, 还没核实, 仅供参考. */
const unsureWords = [
  '预计|预估|估计|估算|估|预测|预判|猜测?|大概|大约|约|可能|好像|差不多|暂定|暂估|初估|初步',
  '待定|待(?:我|统计局)?再?核[定实对]?|再核对?|正在核[对实]|(?:尚?未|还?没)有?(?:最终|经)?(?:核实|审核|审定|核定|确认|确定|定)',
  '不太?敢?确定|不一定准?|说不准|可能有变|打底|挂零|不止|起步|往上|仅?供参考|有(?:点|些)?出入|可能有出入|有水分|有问题|对不上',
];
const unsure = onlySaying(...unsureWords);

/** 写错了, 不对, 作废, 报多了, 是上月的, 不是累计. */
const takenBack = onlySaying(
  '[写填报说发打]?错|不对|有误|作废|撤回|删[掉除]|无效|取消|忽略|不算|不要|不报|当我没说|发错群',
  '[多少漏虚]报|报[多少高低漏]|[多少]算|算[多少]|核[减增]|调[减增]',
  '(?:上个?月|去年|去年同期|上年同期|全区|全市|别人|其他单位|(?:当|本)月|单月)',
  '不是我们?(?:街道|镇|局|单位)?|不是累计',
);

/** 先别录, 不用报, 暂不上报; not 社零不用报 or 特别报告. */
const heldBack = onlySaying(
  '(?:先|暂时?|请|麻烦)*(?:别|不用|不要|不)(?:先|再|急着)*(?:上报|提交|录入?|记录?|报|动)',
);

/** What stands right before the better figure: 更正为 18.9亿, 应为, 多报了 0.3亿, 准确说是. */
const leadsToBetter = onlySaying(
  '更正|修正后?|订正|改|应该?|剔除后|扣除后|核[减增]后?|调[减增]后?|[多少漏虚]报|[写填报说]?错|不对|其实|实际|(?:准确|确切)[地的]?说',
  '(?:更正|修正|订正|改|应该?|实)(?:为|成|是)',
  '(?:统计局?|财政局?|[市区]局|市里|区里|上级|最[终后])?(?:核定|认定|审定|核实|核准)',
  '(?:实际|最终)?(?:应|实)报',
);

/** 扣除重复计算0.3亿后为13.9亿, of the same measure as the figure before it. */
const lessSome = /^(?:扣除|剔除|减去|核减|去除|除去)[^,]{0,10}$/u;

/** （目标）, 计划数: right behind the figure. */
const planned = onlySaying('目标|计划|任务|区里的目标|上级的目标');

/** 14.2亿没完成: the figure was not reached. With an object (未完成年度目标) it says nothing of the figure. */
const notReached =
  /^(?:还|都|也|仍|尚)*(?:没有?|未|难以|不能|完不)(?:能?完成|达到|达成|实现|成|到)?$|^(?:都|也|还)?(?:没有?|不)到?$/u;

/** ↓, （下降）, 是负的: a sign behind the figure. */
const fallen = /^呈?[是为]?(?:↓|负的?|负数|负值|负增长|的?降幅|下降|下滑|减少|降|跌)了?$/u;

/** No longer remark is about the figure before it. */
const reach = 80;

const change = onlySaying('(?:请|需要?|还?要|得|再)*(?:修?改|更正|重报|忽略|撤回|删除|作废)');

/** Whether words say nothing but that figures said before are taken back, held back or not sure: 写错了, 有误, 要改, 为初步数. */
export function isTakenBack(words: string): boolean {
  return [takenBack, heldBack, unsure, change].some((said) => said.test(words));
}

/** Whether words say nothing but that figures are not sure: 未经核实. */
export function isUnsure(words: string): boolean {
  return unsure.test(words);
}

interface Behind {
  /** Clauses and brackets that hold no figure of their own. */
  readonly clauses: readonly string[];
  /** What stands before the next figure in its clause: 更正为 18.9亿. */
  readonly lead: string;
}

/** What stands behind a number up to the next figure. */
function behindOf(text: string, end: number): Behind {
  const said = text.slice(end, end + reach).split(/\d/, 1)[0] ?? '';
  const clauses = said.split(/[,()、~?!。;\s]+/u);
  const lead = /\d/.test(text[end + said.length] ?? '') ? (clauses.pop() ?? '') : '';
  return { clauses: clauses.filter((clause) => clause !== ''), lead };
}

/** Whether what stands behind a number says that it is not surely the value: about right, taken back, planned, not reached. */
export function isDoubtedBehind(text: string, end: number): boolean {
  const { clauses, lead } = behindOf(text, end);
  const [first = ''] = clauses;
  const next = text.slice(text.indexOf(lead, end) + lead.length);
  if (lessSome.test(lead) && /^[\d.]+ *([万亿%])/u.exec(next)?.[1] === text[end - 1]) return true;
  if (notReached.test(first) || planned.test(first) || leadsToBetter.test(lead)) return true;
  return clauses.some((clause) => unsure.test(clause) || takenBack.test(clause) || heldBack.test(clause));
}

/** Whether the sentence so far says that nothing is to be taken down: 先别录，固投… */
export function isHeldBack(before: string): boolean {
  const near = before.slice(-reach);
  const begins = Math.max(...['。', ';', '!', '\n'].map((end) => near.lastIndexOf(end))) + 1;
  return near
    .slice(begins)
    .split(/[,\s]+/u)
    .some((clause) => heldBack.test(clause));
}

/** Whether a sign stands behind a number instead of before it: 1.2%↓, 1.2%（下降）, 1.2%，是负的. */
export function isFallenBehind(text: string, end: number): boolean {
  return fallen.test(behindOf(text, end).clauses[0] ?? '');
}
