import { bodyOf, type PlatformAnswer } from './classify-answer.ts';
import { tokenCodes } from './error-table.ts';
import type { Exchange, PlatformRequest } from './exchange.ts';
import { PlatformError } from './feishu.ts';
import type { TenantToken } from './tenant-token.ts';

/** Exchanges that carry the tenant token. */
export interface AuthorisedExchange {
  /** Any answer but that of a dead token, with which the call is repeated once; throws a PlatformError as an exchange does. */
  send(request: PlatformRequest): Promise<PlatformAnswer>;
}

/** Whether the platform says that the token is no good; what is no JSON says nothing. */
function refusesToken(answer: PlatformAnswer): boolean {
  if (answer.status === 200) return false;
  try {
    bodyOf(answer);
    return false;
  } catch (error) {
    return error instanceof PlatformError && tokenCodes.has(error.code);
  }
}

/** Adds the tenant token to each request; one that turned out to be no good is dropped and the call repeated once. */
export function createAuthorisedExchange(parts: {
  readonly exchange: Exchange;
  readonly token: TenantToken;
}): AuthorisedExchange {
  const { exchange, token } = parts;
  const send = (request: PlatformRequest, bearer: string) => {
    const headers = { ...request.headers, authorization: `Bearer ${bearer}` };
    return exchange.send({ ...request, headers });
  };
  return {
    async send(request) {
      const bearer = await token.get();
      const answer = await send(request, bearer);
      if (!refusesToken(answer)) return answer;
      token.drop(bearer);
      return send(request, await token.get());
    },
  };
}
