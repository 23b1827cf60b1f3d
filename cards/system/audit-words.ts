import { collectionWords } from '#src/domain/language/collection-words.ts';

/** What a collection is called on the card. */
export function collectionWord(name: string): string {
  return collectionWords[name] ?? '其他资料';
}

const whatWords: Readonly<Record<string, string>> = {
  say: '发消息',
  refused: '发消息，未办理',
  'press.say': '点按钮',
  'press.late': '补发答复',
  'person.left': '离职，收回权限',
  'bind.code': '生成绑定码',
  'seed.demo': '载入演示数据',
  'store.migrate': '数据升级',
  'outbox.send': '发送消息',
  'outbox.retry': '重发消息',
  'press.report.confirm': '确认上报',
  'press.report.cancel': '取消上报',
  'press.report.submit': '填上报表',
  'press.report.answer': '补充上报',
  'press.report.correct_submit': '更正上报',
  'press.confirm.decide': '审核上报',
  'press.value.correct': '更正完成值',
  'press.evidence.attach': '附佐证材料',
  'press.lock.set': '锁定账期',
  'press.lock.reopen': '重新开放账期',
  'press.lock.end': '收回重新开放',
  'press.benchmark.set': '录入对标值',
  'press.problem.submit': '提交诉求',
  'press.problem.accept': '受理诉求',
  'press.problem.assign': '交办诉求',
  'press.problem.answer': '答复诉求',
  'press.problem.refuse': '拒办诉求',
  'press.problem.return': '退回诉求',
  'press.problem.close': '办结诉求',
  'press.problem.rate': '评价诉求',
  'press.problem.contact': '查看联系方式',
  'press.bind.submit': '绑定身份',
  'press.chat.register': '登记群聊',
  'press.audit.show': '查审计',
  'press.export.make': '导出文件',
  'press.import.confirm': '确认导入',
  'press.import.drop': '放弃导入',
  'import.progress': '读取工作簿',
  'import.cli': '命令行导入',
  'press.publish.do': '公布结果',
  'press.publish.export': '导出公布表',
  'press.publish.drafts': '调整公布设置',
  'press.grades.propose': '提出等次',
  'press.grades.approve': '通过等次',
  'press.grades.reject': '驳回等次',
  'press.grades.withdraw': '撤回等次',
  'press.targets.save': '起草目标调整',
  'press.targets.drop': '放弃目标草稿',
  'press.targets.submit': '调整目标和规则',
  'press.track.save': '调整赛道规则',
  'press.item.save': '调整加减分事项',
  'press.adjust.propose': '提出加减分',
  'press.adjust.approve': '通过加减分',
  'press.adjust.reject': '驳回加减分',
  'press.adjust.withdraw': '撤回加减分',
};

/** What a line of the journal did, in words; an unknown one by its id. */
export function whatWord(what: string): string {
  const known = whatWords[what];
  if (known !== undefined) return known;
  if (what.startsWith('press.')) return `点按钮 ${what.slice('press.'.length)}`;
  if (what.startsWith('job.')) return `定时任务 ${what.slice('job.'.length)}`;
  return what.startsWith('inbox.') ? '收消息' : what;
}
