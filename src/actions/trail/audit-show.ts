import { z } from 'zod';
import { auditCard, auditFields, auditShow as button } from '#cards/system/audit.ts';
import { lookIntoTrail, type TrailLook } from '../../operations/trail/look-into-trail.ts';
import { lookMark, topicWords } from '../../operations/trail/trail-filter.ts';
import { defineAction } from '../define-action.ts';

const word = z.string().max(40).catch('');

/** The filled form as the words that one would type. */
function wordsOf(form: Readonly<Record<string, unknown>>): string {
  // A picked day comes with its offset (fact sheet §2.2): `2026-10-01 +0800`.
  const day = (value: unknown) => word.parse(value).slice(0, 10);
  const { who, about, topic, from, to } = auditFields;
  const said = [
    word.parse(form[who]),
    word.parse(form[about]),
    word.parse(form[topic]),
    day(form[from]),
    day(form[to]),
  ];
  return said
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

/** 更早、回到最新、查找: the pressed card becomes another page of the trail. */
export const auditShow = defineAction({
  button,
  permission: 'audit',
  once: false,
  lookUp(sources, { form }, payload) {
    const { q, before } = button.payload.parse(payload);
    return lookIntoTrail(sources, { q: q ?? wordsOf(form), before });
  },
  async run({ tx, frame }, _payload, { found }) {
    const look = found as TrailLook;
    tx.because(`${lookMark}：${look.q === '' ? '最近的记录' : look.q}`);
    return { replace: { card: auditCard({ demo: frame.demo, topics: topicWords, ...look }) } };
  },
});
