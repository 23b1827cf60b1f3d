import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { signHeaders } from '#src/webhook/door/sign.ts';
import { encryptKey, type FrontDoor, openFrontDoor } from './front-door.ts';

/** The content type without which the webhook takes nothing. */
export const json = { 'content-type': 'application/json' };

/** One door for a file's tests, swept clean before each. */
export function watchDoor() {
  let door: FrontDoor;
  beforeAll(async () => {
    door = await openFrontDoor({ appId: 'cli_0123456789abcdef' });
  });
  afterAll(() => door.close());
  beforeEach(() => {
    door.messages.length = 0;
    door.logLines.length = 0;
  });
  return {
    door: () => door,
    signedPost: (body: string, nowMs = Date.now()) =>
      door.post(body, signHeaders({ encryptKey, body, nowMs })),
    /** Refused as promised: the status, no effect, one log line with reference and reason, nothing secret in it. */
    async expectRefused(answer: Promise<{ status: number; text: string }>, status: number): Promise<void> {
      const before = await door.inboxSize();
      const { status: given, text } = await answer;
      expect(given).toBe(status);
      await door.webhook.idle();
      expect(door.messages).toEqual([]);
      expect(await door.inboxSize()).toBe(before);
      expect(door.logLines).toHaveLength(1);
      const line = JSON.parse(door.logLines[0] ?? '');
      expect(line).toMatchObject({ status, reason: expect.any(String) });
      expect(JSON.parse(text)).toEqual({ reference: line.reference });
      expect(door.logLines[0]).not.toContain(encryptKey);
      expect(door.logLines[0]).not.toContain('/help');
    },
  };
}
