/** The bot is asked to take a value down: 麻烦帮我报一下固投…, 请记录…. The clerk (记录员) is not. */
const askedOfBot =
  /(?:请|麻烦|烦请|劳驾)[您你]?(?:帮忙|帮|代|替|给|我们?)*(?:补报|重报|上报|填报|报送|报|登记|记录|录入|记|录|更新|更正|修改|改|补)(?:一下|下)?(?!员)|请(?:帮忙|协助)(?:上报|填报|报送|录入|登记)|请[您你]?(?:帮忙)?[将把](?:以下|下列|上述|以上)?(?:数据|情况|数字)?(?:录入|登记|记录|更新|录)(?:系统|平台)?/gu;

/** Why it is reported, not what others shall do: 按要求报送, 根据通知要求, 应区发改委要求，. 按时 and 按期 are no orders. */
const byOrder =
  /(?:按照?|根据|依据|遵照)(?![时期])[^,。;:!\n]{0,12}(?:要求|通知|规定)|(?<=^|[,。;:!\n])\s*应[^,。;:!\n]{2,12}(?:要求|通知)(?=[,。;:])/gu;

/** Openings of a report that stand before its figures, closed by a mark: 按时完成：, 提前完成全年任务，, 通过加强…，. */
const openings =
  /(?<=^|[,。;:!\n])\s*(?:(?:已经?)?(?:按时|按期|提前|超额)完成了?[全年季月半度总]*(?:目标|任务|计划)*|(?:通过|经过|随着|由于)[^,。;:!\n]{1,30})(?=[,。;:!])/gu;

/** The speaker corrects or completes a report: 补报一下9月固投…, 改一下，…. */
const correction = /(?<=^|[,。;:!\n])\s*(?:补报|重报|更正|更新|修改|改)(?:一下)?/gu;

/** The speaker tells of their own doing, perhaps after a period: 10月我街道加大招商力度. */
const ownDoing =
  /^.{0,10}?(?:我(?:们|街道|镇|局|委|区|办|部|单位|园区|集团|公司|院|负责)|本(?:单位|街道|镇|局|委|区|部门|园区|集团|公司)|咱)/u;

/** Even the speaker's own clause moves others with these: 我街道要求各社区…, 我办通知…, 月底前…. */
const movesOthers =
  /请|麻烦|通知|要求|提醒|督促|转发|催|你|大家|各(?:单位|街道|部门|镇|园区|专班|科室)|[\d日号底末班天]之?前|(?:报|发|交)给?我/u;

/** A plan, not what was done: 我们要加大力度, 我们将抓紧推进; no plan are 主要, 重要, 现将. */
const planned = /(?<![主重])要|(?<!现)将|准备|打算|争取|力争|计划|确保|下一?步/u;

/** What is still to be done when it stands beside the figure: 我们抓紧完成固投14.2亿 is a plan, 我们抓紧推进，固投… is not. */
const intended = /抓紧|尽快|加快|加大|加强|赶紧|马上|推动/u;

/** Nobody reports with these words. */
const ordered = /务必|必须|严禁|不得|不能/u;

/** Whether words tell of the speaker's own: 我街道10月…. */
export function tellsOwn(words: string): boolean {
  return ownDoing.test(words);
}

/** What stands before the first figure of a message without what makes it a report of the speaker's own: the rest may tell others what to do. */
export function withoutOwnReport(before: string, whole: string): string {
  if (ordered.test(whole)) return before;
  const spoken = [askedOfBot, byOrder, openings, correction].reduce(
    (text, own) => text.replace(own, ' '),
    before,
  );
  const clauses = spoken.split(/[,。;:!\n]/u);
  const others = clauses.filter((clause, at) => {
    const own = ownDoing.test(clause) && !movesOthers.test(clause) && !planned.test(clause);
    return !own || (at === clauses.length - 1 && intended.test(clause));
  });
  return others.join(',');
}
