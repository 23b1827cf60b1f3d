import { endOf, startOf } from '../../domain/calendar/period.ts';
import { findIndicator } from '../../domain/language/finding/find-indicator.ts';
import { findUnit } from '../../domain/language/finding/find-unit.ts';
import { sayPeriod } from '../../domain/language/periods/say-period.ts';
import type { Vocabulary } from '../../domain/language/understand.ts';
import { errors } from '../../shared/errors.ts';
import { addDays, type Day, dayOf, type Instant } from '../../shared/time.ts';
import type { ReadTx } from '../../store/document-store.ts';
import { collectionsCalled, type TrailFilter, trailMarks } from './trail-filter.ts';

interface Asked {
  readonly text: string;
  readonly now: Instant;
  readonly vocabulary: Vocabulary;
}

interface Range {
  readonly from: Day;
  readonly to: Day;
  readonly rest: string;
}

const isoDay = /20\d{2}-\d{2}-\d{2}/g;
const saidDay = /(?:(20\d{2})年)?(\d{1,2})月(\d{1,2})[日号]/g;

function isoOf([, year, month = '', day = '']: RegExpMatchArray, now: Instant): Day {
  return `${year ?? now.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function daysIn(text: string, now: Instant): { days: Day[]; rest: string } {
  const said = [
    ...[...text.matchAll(isoDay)].map(([day]) => day),
    ...[...text.matchAll(saidDay)].map((match) => isoOf(match, now)),
    ...(/今[天日]/.test(text) ? [dayOf(now)] : []),
    ...(/昨[天日]/.test(text) ? [addDays(dayOf(now), -1)] : []),
  ];
  const days = said.filter((day) => !Number.isNaN(Date.parse(day))).sort();
  const rest = [isoDay, saidDay, /[今昨][天日]/g].reduce((words, day) => words.replace(day, ' '), text);
  return { days, rest: days.length === 0 ? rest : rest.replace(/ [到至~—-] /g, ' ') };
}

/** A day, two days, or a period; the first of the words that says one. */
function rangeOf(text: string, now: Instant): Range | undefined {
  const { days, rest } = daysIn(text, now);
  const [from] = days;
  if (from !== undefined) return { from, to: days.at(-1) ?? from, rest };
  const said = sayPeriod(text, now);
  return said && { from: startOf(said.period), to: endOf(said.period), rest: said.rest };
}

async function accountsOf(tx: ReadTx, word: string): Promise<string[] | undefined> {
  if (word === '系统') return ['system'];
  const cadres = (await tx.all('cadres')).filter(({ id, name }) => id === word || name === word);
  const companies = (await tx.all('enterprises')).filter((each) =>
    [each.id, each.name, each.short_name].includes(word),
  );
  if (cadres.length + companies.length === 0) return undefined;
  const bound = [
    ...(await Promise.all(cadres.map(({ id: key }) => tx.find('bindings', { index: 'cadre', key })))),
    ...(await Promise.all(companies.map(({ id: key }) => tx.find('bindings', { index: 'enterprise', key })))),
  ];
  return bound.flat().map(({ id }) => id);
}

function matterOf(word: string, vocabulary: Vocabulary): string[] | undefined {
  if (/^[A-Z]{1,3}-?\d{2,5}$/.test(word)) return [word];
  const units = findUnit(word, vocabulary);
  if (units.length > 0) return units;
  const indicators = findIndicator(word, vocabulary);
  return indicators.length > 0 ? indicators : undefined;
}

const isMark = (word: string): word is keyof typeof trailMarks => Object.hasOwn(trailMarks, word);

/** What `/audit` is asked for: a person, a unit, an indicator or a number, a topic, a day or a period, in any order. Throws `bad_input` at a word that is none. */
export async function readTrailWords(tx: ReadTx, { text, now, vocabulary }: Asked): Promise<TrailFilter> {
  const range = rangeOf(text, now);
  let filter: TrailFilter = range ? { from: range.from, to: range.to } : {};
  for (const raw of (range?.rest ?? text).split(/[\s,，、]+/).filter((word) => word !== '')) {
    const word = /^[A-Za-z]/.test(raw) ? raw.toUpperCase() : raw;
    if (word === '全部') filter = { ...filter, all: true };
    else if (isMark(word)) filter = { ...filter, mark: trailMarks[word] };
    else if (collectionsCalled(word)) filter = { ...filter, collections: collectionsCalled(word) };
    else {
      const who = await accountsOf(tx, word);
      const about = who ? undefined : matterOf(word, vocabulary);
      if (!who && !about)
        throw errors.badInput(
          `没有找到“${raw.slice(0, 20)}”。可以写姓名、单位、指标、编号、日期或“上报”“诉求”“对标”“规则”“公布”“绑定”“导出”“导入”等类别。`,
        );
      filter = who ? { ...filter, who } : { ...filter, about };
    }
  }
  return filter;
}
