const collectionWords: Readonly<Record<string, string>> = {
  units: '单位',
  tracks: '赛道',
  task_forces: '专班',
  cadres: '干部名册',
  indicators: '指标',
  assignments: '任务分解',
  reports: '上报记录',
  benchmarks: '对标值',
  period_locks: '账期锁定',
  adjustments: '加减分',
  adjustment_items: '加减分事项',
  adjustment_proposals: '加减分申请',
  enterprises: '企业',
  problems: '诉求',
  bindings: '身份绑定',
  chats: '群登记',
  drafts: '上报草稿',
  imports: '导入',
  inbox: '收到的消息',
  outbox: '发出的消息',
  clicks: '按钮记录',
  settings: '系统设置',
  rule_versions: '规则版本',
  rule_drafts: '规则草稿',
  published_tables: '公布表',
};

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
