import { pinyin } from 'pinyin-pro';

const known = new Map<string, ReadonlySet<string>>();

/** Sounds that typists mix up count as one: zh/z, ch/c, sh/s, final -g, n/l. */
function blurred(sound: string): string {
  return sound
    .replace(/^([zcs])h/, '$1')
    .replace(/([nN])g$/, 'n')
    .replace(/^n/, 'l');
}

function soundsOf(char: string): ReadonlySet<string> {
  const cached = known.get(char);
  if (cached) return cached;
  const readings = /\p{Script=Han}/u.test(char)
    ? pinyin(char, { toneType: 'none', multiple: true, type: 'array' })
    : [char];
  const sounds = new Set(readings.map(blurred));
  known.set(char, sounds);
  return sounds;
}

/** Whether two characters can sound alike, tones aside. */
export function soundAlike(a: string, b: string): boolean {
  if (a === b) return true;
  const other = soundsOf(b);
  return [...soundsOf(a)].some((sound) => other.has(sound));
}
