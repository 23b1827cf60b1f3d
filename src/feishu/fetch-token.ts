import { z } from 'zod';
import { bodyOf } from './classify-answer.ts';
import type { Exchange } from './exchange.ts';
import { PlatformError } from './feishu.ts';
import type { IssuedToken } from './tenant-token.ts';

const path = '/open-apis/auth/v3/tenant_access_token/internal';

const issuedSchema = z.object({ tenant_access_token: z.string().min(1), expire: z.number() });

/** Asks the platform for a tenant token (fact sheet §4.1). A failure of unknown outcome is one to `retry`: the call proper was not sent. */
export async function fetchToken(
  exchange: Exchange,
  app: { appId: string; appSecret: string },
): Promise<IssuedToken> {
  try {
    const answer = await exchange.send({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: Buffer.from(JSON.stringify({ app_id: app.appId, app_secret: app.appSecret })),
    });
    const issued = issuedSchema.safeParse(bodyOf(answer));
    if (!issued.success) throw new PlatformError('retry', answer.status, { message: '平台没有给出访问凭证' });
    return { token: issued.data.tenant_access_token, expire: issued.data.expire };
  } catch (error) {
    if (!(error instanceof PlatformError) || error.kind !== 'unknown') throw error;
    throw new PlatformError('retry', error.code, { message: `取访问凭证失败：${error.message}` });
  }
}
