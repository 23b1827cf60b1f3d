/** Chinese digits, plain and as written on cheques (大写). */
export const digitOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  幺: 1,
  俩: 2,
  貳: 2,
  參: 3,
  陸: 6,
};

/** Powers of ten inside a section of four digits. */
export const tenPower: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3 };

/** Powers of ten that close a section. */
export const sectionPower: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8 };
