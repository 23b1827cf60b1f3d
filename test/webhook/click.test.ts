import { afterEach, describe, expect, it } from 'vitest';
import { incomingClickSchema } from '#src/webhook/events/incoming.ts';
import { type FrontDoor, gate, openFrontDoor } from './front-door.ts';
import { clickEvent } from './platform-events.ts';

let door: FrontDoor;
afterEach(() => door.close());

async function clicked(action: unknown) {
  door = await openFrontDoor();
  expect(await door.send(clickEvent(action))).toEqual({ status: 200, text: '{}' });
  return incomingClickSchema.parse(door.clicks[0]);
}

describe('a click', () => {
  it('is normalised', async () => {
    const click = await clicked({
      tag: 'button',
      value: { action: 'report.confirm', payload: { draft: 'd1' } },
    });
    expect(click).toEqual({
      kind: 'click',
      event: expect.stringMatching(/^ev-/),
      operator: { open_id: 'ou_a', tenant: 'tkA' },
      message: 'om_card',
      chat: 'oc_1',
      tenant: 'tkA',
      value: { action: 'report.confirm', payload: { draft: 'd1' } },
      form: undefined,
      option: undefined,
    });
    expect(await door.inboxSize()).toBe(0);
  });

  it.each([undefined, null, 'text', ['a'], 7])('with the value %j has no payload', async (value) => {
    expect((await clicked({ tag: 'button', value })).value).toEqual({});
  });

  it('brings the form', async () => {
    const form_value = { value: '12.3', people: ['ou_a', 'ou_b'], day: '2026-11-01 +0800', agreed: true };
    expect((await clicked({ tag: 'button', name: 'go', form_value })).form).toEqual(form_value);
  });

  it.each([
    [{ option: 'a' }, 'a'],
    [{ options: ['a', 'b'] }, 'a,b'],
    [{ input_value: '' }, ''],
    [{ checked: false }, 'false'],
    [{ option: { hostile: 1 } }, undefined],
    [{}, undefined],
  ])('with %j says %j', async (action, option) => {
    expect((await clicked(action)).option).toBe(option);
  });

  it('loses keys that reach a prototype', async () => {
    const hostile = '{"a":{"__proto__":{"x":1},"constructor":{"prototype":{}},"b":1}}';
    const click = await clicked({
      tag: 'button',
      value: JSON.parse(hostile),
      form_value: JSON.parse(hostile),
    });
    expect(Object.keys(click.value.a ?? {})).toEqual(['b']);
    expect(Object.keys(click.form?.a ?? {})).toEqual(['b']);
  });

  it.each([
    ['nested too deep', clickEvent({ value: JSON.parse(`${'{"a":'.repeat(900)}1${'}'.repeat(900)}`) })],
    ['without operator', clickEvent({}, { operator: null })],
    [
      'with a hostile message id',
      clickEvent({}, { context: { open_message_id: 'x', open_chat_id: 'oc_1' } }),
    ],
    ['without action', clickEvent(null)],
  ])('%s is refused', async (_, event) => {
    door = await openFrontDoor();
    expect((await door.send(event)).status).toBe(400);
    expect(door.clicks).toEqual([]);
  });

  it('is answered with what its handler says', async () => {
    door = await openFrontDoor({ onClick: async () => ({ toast: { type: 'success', content: '已确认' } }) });
    const { text } = await door.send(clickEvent());
    expect(JSON.parse(text)).toEqual({ toast: { type: 'success', content: '已确认' } });
  });

  it('that takes too long is answered with a toast while its handling goes on', async () => {
    let finished = false;
    const { opened, release } = gate();
    door = await openFrontDoor({
      timings: { clickMs: 50 },
      onClick: async () => {
        await opened;
        finished = true;
        return {};
      },
    });
    const { status, text } = await door.send(clickEvent());
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ toast: { type: 'info', content: '正在处理，稍后看卡片更新' } });
    expect(finished).toBe(false);
    release();
    await door.webhook.idle();
    expect(finished).toBe(true);
  });

  it('whose handler throws is answered with a toast that names a reference, and one log line without the message', async () => {
    door = await openFrontDoor({ onClick: async () => Promise.reject(new Error('张三 13800000000')) });
    const { status, text } = await door.send(clickEvent());
    expect(status).toBe(200);
    const line = JSON.parse(door.logLines[0] ?? '');
    expect(JSON.parse(text).toast.content).toContain(line.reference);
    expect(door.logLines).toHaveLength(1);
    expect(door.logLines[0]).not.toContain('张三');
  });

  it('whose answer cannot be written as JSON is accepted with {}', async () => {
    door = await openFrontDoor({ onClick: async () => ({ n: 1n }) });
    expect(await door.send(clickEvent())).toEqual({ status: 200, text: '{}' });
  });

  it('is refused with 503 while too many are being handled', async () => {
    const { opened, release } = gate();
    let begun = 0;
    const onClick = async () => {
      begun += 1;
      await opened;
      return {};
    };
    door = await openFrontDoor({ maxQueue: 1, onClick });
    const first = door.send(clickEvent());
    await expect.poll(() => begun).toBe(1);
    expect((await door.send(clickEvent())).status).toBe(503);
    release();
    expect((await first).status).toBe(200);
  });
});
