import { z } from 'zod';
import { requestOf } from './deliver-message.ts';
import type { Platform } from './platform.ts';
import { Refusal } from './refusal.ts';

const tokenRequest = z.object({ app_id: z.string(), app_secret: z.string() });

/** POST /auth/v3/tenant_access_token/internal; its fields stand beside `code`, not under `data` (fact sheet §4.1). */
export function token({ credentials, tokens }: Platform, request: { body: unknown }): object {
  const asked = requestOf(tokenRequest, request.body);
  if (asked.app_id !== credentials.appId) throw new Refusal(10003, 'invalid param: app_id', { status: 200 });
  if (asked.app_secret !== credentials.appSecret)
    throw new Refusal(10014, 'app secret invalid', { status: 200 });
  const { value, expire } = tokens.give();
  return { tenant_access_token: value, expire };
}
