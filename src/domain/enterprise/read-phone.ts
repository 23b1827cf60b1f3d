const shapes = [
  /^1[3-9]\d{9}$/,
  /^0\d{2,3}-?[2-9]\d{6,7}(-\d{1,6})?$/,
  /^[48]00-?\d{3}-?\d{4}$/,
  /^\+\d{8,15}$/,
];

/** A phone number as it is kept, or undefined when it has no phone's shape: mobile, landline with area code, 400/800, or abroad with `+`. */
export function readPhone(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s()]/g, '')
    .replace(/^(\+86|0086)-?/, '');
  const mobile = plain.replaceAll('-', '');
  if (shapes[0]?.test(mobile)) return mobile;
  return shapes.some((shape) => shape.test(plain)) ? plain : undefined;
}
