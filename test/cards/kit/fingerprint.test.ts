import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineButton, linkButton, sayButton } from '#cards/kit/button.ts';
import { card } from '#cards/kit/card.ts';
import { row } from '#cards/kit/content.ts';
import { buttonsOf, fingerprint } from '#cards/kit/fingerprint.ts';
import { form, input } from '#cards/kit/form.ts';

const confirm = defineButton({ id: 'report.confirm', payload: z.object({ draft: z.string() }) });
const pick = defineButton({ id: 'explain.show', payload: z.object({ period: z.string() }) });

describe('fingerprints of buttons', () => {
  it('do not depend on the order of the keys, and survive JSON', () => {
    expect(fingerprint({ action: 'a', draft: 'd' })).toBe(fingerprint({ draft: 'd', action: 'a' }));
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const sent: unknown = JSON.parse(JSON.stringify(value));
        expect(fingerprint(sent)).toBe(fingerprint(value));
        expect(fingerprint(value)).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  it('differ as soon as the payload differs', () => {
    expect(fingerprint({ draft: '1' })).not.toBe(fingerprint({ draft: 1 }));
    expect(fingerprint({ draft: 'a' })).not.toBe(fingerprint({ draft: 'b' }));
  });

  it('leave out what JSON leaves out', () => {
    expect(fingerprint({ draft: 'a', page: undefined })).toBe(fingerprint({ draft: 'a' }));
  });

  it('are found for buttons, submit buttons and selects, wherever they stand, and for nothing else', () => {
    const whole = card({
      frame: { demo: false },
      title: '标题',
      elements: [
        row([
          confirm.button({ text: '确认', payload: { draft: 'd' } }),
          sayButton({ text: '看', say: '/mine' }),
        ]),
        pick.select({
          placeholder: '选',
          options: [{ value: 'U1', text: '甲' }],
          payload: { period: '2026-10' },
        }),
        form('f', [input({ name: 'a' }), confirm.submit({ name: 's', text: '交', payload: { draft: 'e' } })]),
        linkButton({ text: '网页', url: 'https://example.com' }),
      ],
    });
    const values = [
      { action: 'report.confirm', draft: 'd' },
      { say: '/mine' },
      { action: 'explain.show', period: '2026-10' },
      { action: 'report.confirm', draft: 'e' },
    ];
    expect(buttonsOf(whole)).toEqual(values.map(fingerprint).sort());
    expect(buttonsOf(JSON.parse(JSON.stringify(whole)))).toEqual(buttonsOf(whole));
  });
});
