import type { Naming } from '../tokens/token.ts';
import type { ProgressState } from './progress-state.ts';

const joints = /[、,]|和|与|及|以及/u;
/** What may stand beside a name in a list: a period, whose figures they are. */
const beside = /^(?:\d{1,2}月(?:份|底|末)?|\d{4}年|[一二三四]季度|[我本]\S{0,3}|全区|累计|完成|的|各)*$/u;
const place = '\u0001';

interface Listed {
  readonly naming: Naming | undefined;
  readonly unknown: string | undefined;
}

/** The names listed before 分别 in order, the unknown ones as they were written. */
function listed({ text, clause, namings }: ProgressState, at: number): Listed[] {
  const said = namings.reduce(
    (rest, { text: name }) => rest.replace(name, place),
    text.slice(clause.from, at),
  );
  let next = 0;
  return said.split(joints).flatMap((piece): Listed[] => {
    if (piece.includes(place)) return [{ naming: namings[next++], unknown: undefined }];
    const name = piece.trim();
    return name === '' || beside.test(name) ? [] : [{ naming: undefined, unknown: name }];
  });
}

/** 分别: the numbers that follow belong to what was listed, one each. */
export function startTurn(state: ProgressState, at: number): void {
  const { namings, unitList, clause, readings } = state;
  const list = listed(state, at);
  const isNames = namings.length > 1 || (namings.length === 1 && list.length > 1 && unitList.length < 2);
  if (!isNames && unitList.length < 2) return;
  state.turn = {
    namings: isNames ? list.map(({ naming }) => naming) : [],
    unknown: isNames ? list.map(({ unknown }) => unknown) : [],
    units: isNames ? [] : unitList,
    isOpen: !isNames && list.length !== unitList.length,
    roles: clause.roles,
    first: readings.length,
  };
}
