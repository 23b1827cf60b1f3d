import { trackEdit as button } from '#cards/rules/rules-buttons.ts';
import { defineAction } from '../define-action.ts';
import { showTrack } from './show-track.ts';

/** The form of a track. */
export const trackEdit = defineAction({
  button,
  permission: 'targets',
  once: false,
  run: (context, of) => showTrack(context, of),
});
