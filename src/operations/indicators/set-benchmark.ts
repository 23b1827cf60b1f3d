import {
  type Benchmark,
  type BenchmarkFigures,
  figuresIn,
  setFigures,
} from '../../domain/assessment/records/benchmark.ts';
import type { Book } from '../../domain/assessment/scoring/book.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { errors } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { WriteTx } from '../../store/document-store.ts';
import { readValue } from '../values/read-value.ts';

/** The figures of a benchmark in the order of its form. */
const benchmarkFigures = ['nation', 'province', 'city', 'district'] as const;

interface Setting {
  readonly indicator: string;
  readonly period: string;
  /** By figure, as typed; what is empty is not known. */
  readonly typed: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
  readonly book: Book;
  readonly now: Instant;
}

const textOf = (value: unknown) => (typeof value === 'string' ? value.normalize('NFKC').trim() : '');

function placeOf(typed: unknown, name: string): number | null {
  const text = textOf(typed);
  if (text === '') return null;
  if (!/^[1-9]\d{0,2}$/.test(text)) throw errors.badInput(`${name}请填 1 到 999 的整数。没有保存任何内容。`);
  return Number(text);
}

function figuresOf({ book, indicator, typed }: Setting): BenchmarkFigures {
  const figure = (key: (typeof benchmarkFigures)[number]) => {
    const text = textOf(typed[key]);
    return text === '' ? null : readValue(book, indicator, text);
  };
  const city_place = placeOf(typed.city_place, '全市位次');
  const city_total = placeOf(typed.city_total, '全市参排个数') ?? 0;
  if (city_place !== null && city_place > city_total)
    throw errors.badInput('全市位次不能大于参排个数，请核对。没有保存任何内容。');
  return {
    nation: figure('nation'),
    province: figure('province'),
    city: figure('city'),
    district: figure('district'),
    ...{ city_place, city_total },
    province_place: placeOf(typed.province_place, '全省位次'),
  };
}

/** Keeps what nation, province and city reached; what it said before stays beside it. Throws `bad_input` when nothing can be taken or nothing changes. */
export async function setBenchmark(tx: WriteTx, setting: Setting): Promise<Benchmark> {
  const { indicator, period, actor, now } = setting;
  const figures = figuresOf(setting);
  const before = await tx.get('benchmarks', `${indicator}|${period}`);
  if (Object.values(figures).every((value) => value === null || value === 0) && !before)
    throw errors.badInput('请至少填一个数。没有保存任何内容。');
  if (before && JSON.stringify(figuresIn(before)) === JSON.stringify(figures))
    throw errors.badInput('与现在的对标值相同，没有修改。');
  const benchmark = setFigures({ indicator, period }, { figures, by: actor.id, at: now }, before);
  await tx.put('benchmarks', benchmark);
  return benchmark;
}
