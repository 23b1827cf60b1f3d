import type { Doc } from '../store/collections.ts';

/** Everybody that a bound account stands for, whom most messages are written for first: its roster entry, its company, an administrator. */
export function boundAs({ cadre, enterprise, admin }: Doc<'bindings'>): string[] {
  return [cadre, enterprise, admin ? 'admin' : undefined].filter((each) => each !== undefined);
}
