import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { permissionOf } from '../authorize/permissions.ts';
import type { Command } from '../commands/define-command.ts';
import { commands } from '../commands/index.ts';
import { type Role, roleNames, roleSchema } from '../domain/people/role.ts';

// Writes the tables of both READMEs from the declarations: `npm run readme`. `--check` writes nothing and exits with 1 when one
// is out of date. A folder may follow; the repository's root otherwise.

const root = fileURLToPath(new URL('../..', import.meta.url));
const staff = roleSchema.options.filter((role) => role !== 'entrepreneur');

/** One English word, one Chinese word, as code and cards use them; the roles come from `roleNames`. */
const words: Readonly<Record<string, string>> = {
  unit: '单位',
  'task force': '专班',
  track: '赛道',
  indicator: '指标',
  measure: '计量单位',
  weight: '权重',
  'annual target': '全年目标',
  milestone: '时点目标',
  period: '时期',
  value: '完成值',
  report: '上报',
  'due day': '截止日',
  unreported: '未报',
  confirm: '审核',
  return: '退回',
  correct: '更正',
  evidence: '佐证',
  lock: '锁定',
  reopen: '重新开放',
  ranking: '排名',
  place: '名次',
  movement: '名次变化',
  score: '得分',
  explanation: '得分明细',
  'road map': '路线图',
  'what-if': '测算',
  brief: '简报',
  import: '导入',
  export: '导出',
  'annotated copy': '批注副本',
  f: '得分系数',
  rule: '赋分规则',
  completion: '目标完成率',
  interval: '区间赋分',
  efficacy: '功效系数',
  rank: '名次赋分',
  steps: '分档赋分',
  growth: '增幅比较',
  blend: '综合赋分',
  benchmark: '对标值',
  provisional: '暂列',
  bonus: '加分',
  deduction: '扣分',
  veto: '一票否决',
  'rule version': '规则版本',
  item: '事项',
  draft: '草稿',
  withdraw: '撤回',
  publish: '公布',
  edition: '版次',
  'fairness sheet': '公平性分析',
  grade: '等次',
  enterprise: '企业',
  problem: '诉求',
  ticket: '工单',
  'tracking code': '查询码',
  refuse: '拒办',
  pause: '时限暂停',
  supplement: '补充说明',
  accept: '受理',
  assign: '交办',
  close: '办结',
  bind: '绑定',
  register: '登记',
  parked: '滞留',
  retry: '重试',
  drop: '放弃',
  'audit trail': '审计记录',
};

interface Language {
  readonly file: string;
  readonly head: readonly string[];
  /** What a command does, in a sentence. */
  readonly does: (command: Command) => string;
  readonly who: (roles: readonly Role[] | 'anyone') => string;
  readonly where: Readonly<Record<'anywhere' | 'private', string>>;
  readonly glossaryHead: readonly [string, string];
}

const english: Language = {
  file: 'README.md',
  head: ['Say', 'What it does', 'Who', 'Where', 'For example'],
  does: ({ name }) => sentenceOf(name),
  who: (roles) => (isStaff(roles) ? 'all staff' : roles === 'anyone' ? roles : roles.map(plain).join(', ')),
  where: { anywhere: 'group or private', private: 'private only' },
  glossaryHead: ['English', '中文'],
};

const chinese: Language = {
  file: 'README.zh-CN.md',
  head: ['说法', '作用', '谁可以用', '在哪里用', '例子'],
  does: ({ summary }) => summary,
  who: (roles) => {
    if (roles === 'anyone') return '所有人';
    return isStaff(roles) ? '全体工作人员' : roles.map((role) => roleNames[role]).join('、');
  },
  where: { anywhere: '群聊、私聊', private: '仅私聊' },
  glossaryHead: ['英文', '中文'],
};

function isStaff(roles: readonly Role[] | 'anyone'): boolean {
  return roles !== 'anyone' && staff.every((role) => roles.includes(role));
}

function plain(role: Role): string {
  return role.replaceAll('_', ' ');
}

/** The English sentence of a command: what its JSDoc says after the colon. */
function sentenceOf(name: string): string {
  const path = `src/commands/${name}.ts`;
  const source = readFileSync(join(root, path), 'utf8');
  const said = /\/\*\* `\/[^`]+`: ([\s\S]*?)\s*\*\/\s*export const/.exec(source)?.[1];
  if (said === undefined)
    throw new Error(`${path}: wants a JSDoc like /** \`/${name} 中文\`: what it does. */`);
  const sentence = said.replace(/\s*\n\s*\*?\s*/g, ' ');
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const escaped = rows.map((cells) => line(cells.map((cell) => cell.replaceAll('|', '\\|'))));
  return [line(head), line(head.map(() => '---')), ...escaped].join('\n');
}

function commandTable({ head, does, who, where }: Language): string {
  const rows = commands.map((command) => {
    const { name, aliases, permission, example } = command;
    const { roles, where: place } = permissionOf(permission);
    const said = [name, ...aliases].map((word) => `\`/${word}\``).join(' ');
    return [said, does(command), who(roles), where[place], `\`${example}\``];
  });
  return tableOf(head, rows);
}

const pairsPerRow = 6;

function glossaryTable({ glossaryHead }: Language): string {
  const roles = roleSchema.options.map((role): [string, string] => [plain(role), roleNames[role]]);
  const pairs = [...Object.entries(words), ...roles];
  const rows = Array.from({ length: Math.ceil(pairs.length / pairsPerRow) }, (_, row) => {
    const own = pairs.slice(row * pairsPerRow, (row + 1) * pairsPerRow).flat();
    return [...own, ...Array<string>(pairsPerRow * 2 - own.length).fill('')];
  });
  return tableOf(Array.from({ length: pairsPerRow }, () => glossaryHead).flat(), rows);
}

/** The text with its marked part replaced. */
function withTable(text: string, name: string, table: string): string {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`wants ${begin} … ${end}`);
  return `${text.slice(0, from + begin.length)}\n${table}\n${text.slice(to)}`;
}

/** Whether the file was up to date; it is written unless only checked. */
function renew(language: Language, folder: string, onlyCheck: boolean): boolean {
  const path = join(folder, language.file);
  const before = readFileSync(path, 'utf8');
  const withCommands = withTable(before, 'commands', commandTable(language));
  const after = withTable(withCommands, 'glossary', glossaryTable(language));
  const current = before === after;
  if (!current && !onlyCheck) writeFileSync(path, after);
  const news = onlyCheck ? 'out of date: npm run readme' : 'written';
  process.stdout.write(`${language.file}: ${current ? 'up to date' : news}\n`);
  return current;
}

const given = process.argv.slice(2);
const onlyCheck = given.includes('--check');
const folder = given.find((argument) => !argument.startsWith('--')) ?? root;
const current = [english, chinese].map((language) => renew(language, folder, onlyCheck));
process.exitCode = onlyCheck && current.includes(false) ? 1 : 0;
