import type { WordRole } from '../text/words.ts';
import type { ProgressState, Shadow } from './progress-state.ts';
import type { Reading } from './reading.ts';

const forecast = /预计|预估|预测|预判|估计|估算|测算|初估|有望/u;
const lastYear = /(?<![比较与同和])(?:去年|上年)同[期月]/u;

const city = /全[市省国]/u;

/** Nothing of these is said of a figure that is only planned, foreseen or last year's. */
const actual = /实际|目前|截[至止]|累计|已|现/u;
const done = /完成|实现|达/u;

function shadowOf(roles: readonly WordRole[], clause: string, led: boolean): Shadow | undefined {
  if (roles.includes('scope') || (led && city.test(clause))) return 'city';
  if (lastYear.test(clause)) return 'last_year';
  if (roles.includes('goal')) return 'goal';
  return forecast.test(clause) ? 'forecast' : undefined;
}

const cast: ReadonlySet<string> = new Set(['goal', 'remark', 'vague']);

/** Notes what a figure casts on those behind it: where its sentence begins with it, or where the word stood before the name. */
export function castShadow(state: ProgressState, { role, naming, strange }: Reading, at: number): void {
  const { clause, text } = state;
  const shadow = shadowOf(clause.roles, text.slice(clause.from, at), clause.led);
  const isNamed = naming !== undefined && !strange;
  if (shadow && isNamed && cast.has(role) && (clause.led || state.figures === 0)) {
    state.shadow = shadow;
    // When it is planned or was is no period of what follows.
    if (state.figures > 0) state.period = clause.periodBefore;
  }
  state.figures += 1;
}

/** 初步预计，10月社零增速5.2%，…: said of all that follows. */
export function castByClause(state: ProgressState, at: number): void {
  const { clause, text } = state;
  const only = !clause.numbered && !clause.named && clause.pieces === '';
  if (
    only &&
    clause.roles.includes('approx') &&
    !clause.roles.includes('compare') &&
    forecast.test(text.slice(clause.from, at))
  )
    state.shadow = 'forecast';
}

/** Another period is spoken of; a forecast of no figure yet stays one. */
export function leaveShadow(state: ProgressState): void {
  if (state.shadow !== 'forecast' || state.figures > 0) state.shadow = undefined;
}

/** Whether the figure at `at` stands in a shadow; words of what was reached end it. */
export function isShadowed(state: ProgressState, at: number): boolean {
  const { clause, shadow, text } = state;
  const said = text.slice(clause.from, at);
  const isActual = actual.test(said) || (done.test(said) && (shadow === 'goal' || !clause.named));
  if (shadow !== 'city' && isActual) state.shadow = undefined;
  return state.shadow !== undefined;
}
