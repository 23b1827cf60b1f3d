/** Groups of characters that typists take for one another by shape. */
const groups =
  '投没设 入人八 末未来 土士 大太犬 业亚 收牧 增僧憎赠 值植直 额颔 资贷货 固国 定走 产严 限很 零雪 速束 总忌 签鉴 约纳 目日 新斩 商高 出击 贸贺 ' +
  '售集 社杜 消梢 费贵 品晶 技枝 术木 改政 造迭 服报 务条 财则 政改 税锐 预顶 算箅 共其 般船 支文 进迸 度渡 居屈 民氏 均钧 可司 配酌 存荐 款欺 融触 ' +
  '机杌 构购 拆折 违达 建健 筑巩 设没 施拖 基墓 础拙 旅族 游淤 住往 宿缩 餐粲 饮钦 软轨 件仵 网冈 楼搂 宇字 驻注 老考 旧归 区巨 小少 改攺 保褓 障嶂 ' +
  '房户 停亭 泊伯 位拉 闲闭 置罝 空室 气汽 质盾 优忧 良艮 浓农 垃拉 圾极 环坏 督睿 粮娘 食良 播潘 种仲 村材 集隼 体休 休体 农衣 就京 失夫 再冉 托扥 ' +
  '学字 养羊 床庆 热执 线钱 办为 结洁 满瞒 意息 信倍 访仿 积织 案宴 化代 解角 诈炸 骗编 全金 感惑 党堂 员圆 议仪 题提 评坪 第弟 宣宜 传转 录绿 用甩 ' +
  '提堤 督叔 网刚 格恪 培陪 训讯 群裙 众从 外处 实头 际标 使便 利和 美羡 元无 境镜 跨垮 电申 子于 备各 首道 店点 招昭 引弘 百白 亿忆 项顷 竣峻 开井 工土';

const partners = new Map<string, Set<string>>();
for (const group of groups.split(' ')) {
  for (const char of group) {
    const set = partners.get(char) ?? new Set<string>();
    for (const other of group) set.add(other);
    partners.set(char, set);
  }
}

/** Whether two characters are easily taken for one another by shape. */
export function lookAlike(a: string, b: string): boolean {
  return partners.get(a)?.has(b) ?? false;
}

/** Characters whose exchange or loss says another thing, never a typo (进口/出口, 限上/限下, 省级/市级). */
export const tellingChars: ReadonlySet<string> = new Set(
  '进出上下省市区县国城乡镇村农工商建林牧渔居民存贷内外增减升降新旧老净大中小微男女前后高低多少公私营企一二三四五六七八九十百千万亿再首非不未无规限实协到位签约开竣落地办满意死伤亡研制服消投融税费支收售游客软网交通水气土废光电能车房租购买卖金融医教育养幼青党员团县直属本级个体',
);
