import { z } from 'zod';

type Shape = z.core.$ZodType;
type Fit = (value: unknown) => boolean;

const fits = new WeakMap<Shape, Fit>();

/**
 * Whether a value fits a shape, without the copies and issues that a parse makes: most cards are all right, and every card is checked. True
 * only where the shape's own parse takes the value; what is not known here of a shape is left to that parse. False may be asked again there.
 */
export function fitsShape(shape: Shape, value: unknown): boolean {
  return fitOf(shape)(value);
}

function fitOf(shape: Shape): Fit {
  const known = fits.get(shape);
  if (known) return known;
  const takes = checkedFit(shape) ?? ((value) => z.safeParse(shape, value).success);
  fits.set(shape, takes);
  return takes;
}

/** Undefined: the shape, or one of its checks, is of a kind that is not known here. */
function checkedFit(shape: Shape): Fit | undefined {
  // Some kinds are a check themselves, as `z.int()` and `z.url()`.
  if ('check' in shape._zod.def) return undefined;
  const takes = kindFit(shape as z.core.$ZodTypes);
  const checks = (shape._zod.def.checks ?? []).map((check) => checkFit(check as z.core.$ZodChecks));
  if (!takes || checks.includes(undefined)) return undefined;
  const [first, ...more] = checks.filter((check) => check !== undefined);
  if (!first) return takes;
  if (more.length === 0) return (value) => takes(value) && first(value);
  return (value) => takes(value) && first(value) && more.every((check) => check(value));
}

function kindFit({ _zod: { def } }: z.core.$ZodTypes): Fit | undefined {
  switch (def.type) {
    case 'string':
      return def.coerce ? undefined : (value) => typeof value === 'string';
    case 'number':
      return def.coerce ? undefined : Number.isFinite;
    case 'boolean':
      return def.coerce ? undefined : (value) => typeof value === 'boolean';
    case 'unknown':
      return () => true;
    case 'custom':
      return (value) => Boolean(def.fn(value));
    case 'literal':
      return oneOf(def.values);
    case 'enum':
      return oneOf(Object.values(def.entries));
    case 'optional':
      return optionalFit(fitOf(def.innerType));
    case 'union':
      return unionFit(def.options.map(fitOf));
    case 'array':
      return arrayFit(fitOf(def.element));
    case 'record':
      return recordFit(def);
    case 'object':
      return objectFit(def);
    default:
      return undefined;
  }
}

function oneOf(values: readonly unknown[]): Fit {
  return (value) => values.includes(value);
}

function optionalFit(inner: Fit): Fit {
  return (value) => value === undefined || inner(value);
}

function unionFit(options: readonly Fit[]): Fit {
  return (value) => options.some((takes) => takes(value));
}

function arrayFit(element: Fit): Fit {
  return (value) => {
    if (!Array.isArray(value)) return false;
    // What is missing in an array is no less wrong than what is undefined.
    for (const item of value) if (!element(item)) return false;
    return true;
  };
}

function recordFit({ keyType, valueType }: z.core.$ZodRecordDef): Fit | undefined {
  const { type, checks = [] } = keyType._zod.def;
  if (type !== 'string' || checks.length > 0) return undefined;
  const takes = fitOf(valueType);
  return (value) =>
    z.core.util.isPlainObject(value) &&
    Reflect.ownKeys(value).every((key) => typeof key === 'string' && takes(value[key]));
}

function objectFit({ shape, catchall }: z.core.$ZodObjectDef): Fit | undefined {
  const others = catchall?._zod.def.type ?? 'unknown';
  if (others !== 'never' && others !== 'unknown') return undefined;
  const parts = Object.entries(shape).map(([key, part]) => ({ key, takes: fitOf(part) }));
  // Whether such a key may be missing is for the shape itself to say.
  if (Object.values(shape).some((part) => part._zod.def.type !== 'optional' && fitOf(part)(undefined)))
    return undefined;
  const keys = new Set(Object.keys(shape));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const record = value as Record<string, unknown>;
    for (const { key, takes } of parts) if (!takes(record[key])) return false;
    // Inherited keys too, as the shape looks at them.
    if (others === 'never') for (const key in record) if (!keys.has(key)) return false;
    return true;
  };
}

function checkFit(check: z.core.$ZodChecks): Fit | undefined {
  const { def } = check._zod;
  switch (def.check) {
    case 'min_length':
      return (value) => unitsOf(value) >= 2 * def.minimum || lengthOf(value) >= def.minimum;
    case 'max_length':
      return (value) => unitsOf(value) <= def.maximum || lengthOf(value) <= def.maximum;
    case 'greater_than':
      return (value) => Number(value) > Number(def.value) || (def.inclusive && value === def.value);
    case 'less_than':
      return (value) => Number(value) < Number(def.value) || (def.inclusive && value === def.value);
    case 'number_format':
      return def.format === 'safeint' ? Number.isSafeInteger : undefined;
    case 'string_format':
      return def.format === 'regex' ? patternFit(def.pattern) : undefined;
    default:
      return customFit(def);
  }
}

/** As a shape counts a text: by code points, of which each is one or two units. */
function lengthOf(value: unknown): number {
  return typeof value === 'string' ? z.core.util.codePointLength(value) : unitsOf(value);
}

function unitsOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : Number.NaN;
}

/** A pattern that remembers where it was does not say the same twice. */
function patternFit(pattern: RegExp | undefined): Fit | undefined {
  return pattern && !pattern.global && !pattern.sticky ? (value) => pattern.test(String(value)) : undefined;
}

/** A check by a function of ours. */
function customFit(def: object): Fit | undefined {
  const [check, fn] = ['check' in def && def.check, 'fn' in def && def.fn];
  return check === 'custom' && typeof fn === 'function' ? (value) => Boolean(fn(value)) : undefined;
}
