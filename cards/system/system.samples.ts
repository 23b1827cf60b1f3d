import type { CardSample } from '../samples.ts';
import { type BindView, bindCard } from './bind.ts';
import { type ChatRegisterView, chatRegisterCard } from './chat-register.ts';
import { type HelpView, helpCard } from './help.ts';
import { sentenceCard } from './sentence.ts';
import { suggestCard } from './suggest.ts';

const help: HelpView = {
  demo: true,
  name: '周明（区城投集团）',
  tips: ['也可以直接发一句话，例如：固投10月累计12.35亿元', '要导入表格，在私聊里把 .xlsx 文件发来'],
  sections: [
    {
      title: '考核',
      entries: [
        { title: '排名', summary: '看赛道排名和名次变化', say: '/ranking', example: '/排名 园区 10月' },
        { title: '上报', summary: '报一项进度', say: '/report', example: '/上报 固投 12.35亿' },
        { title: '我的', summary: '看还有哪些要报', say: '/mine' },
      ],
    },
    { title: '企业服务', entries: [{ title: '诉求', summary: '提交企业诉求', say: '/problem' }] },
  ],
};

const longHelp: HelpView = {
  ...help,
  sections: Array.from({ length: 4 }, (_, section) => ({
    title: `第 ${section + 1} 部分`,
    entries: Array.from({ length: 9 }, () => ({
      title: '高质量发展综合考核得分说明',
      summary: '看得分是怎么来的，'.repeat(25),
      say: '/explain',
      example: '/得分 云澜高新技术产业开发区管理委员会 2026年10月',
    })),
  })),
};

const bind: BindView = { demo: true };
const candidates = Array.from({ length: 60 }, (_, index) => ({
  value: `C${index + 100}`,
  text: `周明 · 云澜高新技术产业开发区管理委员会 · 党工委副书记（C${index + 100}）`,
}));

const register: ChatRegisterView = {
  demo: true,
  owners: Array.from({ length: 62 }, (_, index) => ({
    value: `U${index}`,
    text: `云澜高新技术产业开发区管理委员会 ${index}`,
  })),
};

const long = '系统暂时只能查看、不能保存，已通知管理员，请稍后再试。'.repeat(8);

/** The bot's own cards in their cases. */
export const systemSamples: readonly CardSample[] = [
  { id: 'system.help.cadre', title: '帮助：干部', card: helpCard(help) },
  { id: 'system.help.longest', title: '帮助：36 项', card: helpCard(longHelp) },
  {
    id: 'system.help.stranger',
    title: '帮助：未绑定的人',
    card: helpCard({ ...help, name: '访客', sections: [] }),
  },
  {
    id: 'system.suggest.near_miss',
    title: '没有听懂：您是不是想',
    card: suggestCard({
      demo: true,
      said: '/排明',
      suggestions: [{ title: '排名', summary: '看赛道排名和名次变化', say: '/ranking' }],
    }),
  },
  {
    id: 'system.suggest.none',
    title: '没有听懂：最长的话',
    card: suggestCard({ demo: true, said: long, suggestions: [] }),
  },
  {
    id: 'system.suggest.indicators',
    title: '没有听懂：六个指标',
    card: suggestCard({
      demo: true,
      said: '工业增速',
      kind: 'indicator',
      suggestions: Array.from({ length: 6 }, (_, index) => ({
        title: `高新技术产业产值占规上工业总产值比重（第 ${index + 1} 项）`,
        say: '/ranking',
      })),
    }),
  },
  {
    id: 'system.sentence.error',
    title: '短句：没有办成',
    card: sentenceCard({
      demo: true,
      kind: 'error',
      text: long,
      reference: 'K7M2QX',
      next: [{ text: '看我能做什么', say: '/help' }],
    }),
  },
  {
    id: 'system.sentence.info',
    title: '短句：提示',
    card: sentenceCard({ demo: false, kind: 'info', text: '个人积分已单独发给您。' }),
  },
  { id: 'system.bind.form', title: '绑定身份：表单', card: bindCard(bind) },
  {
    id: 'system.bind.error',
    title: '绑定身份：没有找到',
    card: bindCard({
      ...bind,
      contact: '13800000000',
      error: '没有找到这个手机号的飞书账号，请核对后再提交。没有绑定任何人。',
    }),
  },
  {
    id: 'system.bind.candidates',
    title: '绑定身份：60 位同名',
    card: bindCard({ ...bind, contact: '13800000000', candidates, error: '“周明”有 60 位，请选择。' }),
  },
  {
    id: 'system.bind.result',
    title: '绑定身份：已绑定',
    card: bindCard({ ...bind, result: { who: '周明', as: '周明（区城投集团 统计专员）', roles: '干部' } }),
  },
  { id: 'system.chat_register.form', title: '登记本群：表单', card: chatRegisterCard(register) },
  {
    id: 'system.chat_register.error',
    title: '登记本群：缺单位',
    card: chatRegisterCard({
      ...register,
      current: '领导群：可看全部排名',
      error: '单位群和专班群要选是哪一个。没有更改登记。',
    }),
  },
  {
    id: 'system.chat_register.result',
    title: '登记本群：已登记',
    card: chatRegisterCard({ ...register, result: '专班群：经济运行专班' }),
  },
];
