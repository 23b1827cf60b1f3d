import { parkedDigestCard } from '#cards/system/parked.ts';
import { quietUntil } from '../domain/calendar/quiet.ts';
import { parkedToTell } from '../operations/parked/parked-to-tell.ts';
import { administrators } from '../operations/people/administrators.ts';
import { defineJob } from './define-job.ts';

/** Tells the administrators of newly parked messages: at most once a day, never in quiet hours (domain §8). */
export const tellParked = defineJob({
  name: 'tell-parked',
  every: 10 * 60 * 1000,
  async run({ tx, now, calendar, demo }) {
    if (quietUntil(calendar, now) !== null) return undefined;
    const told = await parkedToTell(tx, now);
    if (!told) return undefined;
    const message = { card: parkedDigestCard({ demo, ...told }) };
    return { notices: (await administrators(tx)).map((person) => ({ to: { person }, message })) };
  },
});
