import type { Logger } from '@larksuiteoapi/node-sdk';
import type { Log } from '../shared/log.ts';
import { PlatformError } from './feishu.ts';

function codesIn(said: unknown): { kind: string; code: number }[] {
  if (Array.isArray(said)) return said.flatMap(codesIn);
  return said instanceof PlatformError ? [{ kind: said.kind, code: said.code }] : [];
}

/**
 * The log the SDK gets. Its lines quote tokens, the app secret and message text (fact sheet §6.2), so none of its words pass: only that it
 * spoke and the codes of our own errors in it.
 */
export function sdkLog(log: Log): Logger {
  const say = (level: string) => (said: unknown) => {
    log.debug({ from: 'sdk', level, codes: codesIn(said) }, 'sdk spoke');
  };
  return {
    error: say('error'),
    warn: say('warn'),
    info: say('info'),
    debug: say('debug'),
    trace: say('trace'),
  };
}
