import { z } from 'zod';
import { defineButton } from '../kit/button.ts';

const year = z.int().min(2000).max(2999);
const id = z.string().max(20);
const page = z.int().min(1).max(99);
const unitYear = z.object({ unit: id, year });
/** Of what the reader saw: who changed it meanwhile is not overwritten. */
const seen = z.string().max(16);

/** Shows a unit's targets of a year, a page of them; without `unit` it was chosen in a select. */
export const targetsShow = defineButton({
  id: 'targets.show',
  payload: z.object({ unit: id.optional(), year, page: page.optional() }),
});

/** Opens the form of one assignment, chosen in a select, or with `add` of a new one. */
export const targetsEdit = defineButton({
  id: 'targets.edit',
  payload: unitYear.extend({ add: z.boolean() }),
});

/** Puts the form of an assignment into the unit's draft; `id` null: a new one. */
export const targetsSave = defineButton({
  id: 'targets.save',
  payload: unitYear.extend({ id: id.nullable(), seen }),
});

/** Throws the unit's draft away. */
export const targetsDrop = defineButton({ id: 'targets.drop', payload: unitYear.extend({ seen }) });

/** Puts the unit's draft in force as a new rule version, with the reason of the form. */
export const targetsSubmit = defineButton({
  id: 'targets.submit',
  payload: unitYear.extend({ seen }),
});

/** Opens the form of a track. */
export const trackEdit = defineButton({ id: 'track.edit', payload: z.object({ id, year }) });

/** Puts the form of a track in force as a new rule version. */
export const trackSave = defineButton({ id: 'track.save', payload: z.object({ id, year, seen }) });

/** The list of rule versions, or with `id` what that version changed; the version to compare with is chosen in a select. */
export const rulesShow = defineButton({
  id: 'rules.show',
  payload: z.object({ id: id.optional(), page: page.optional(), against: id.optional() }),
});
