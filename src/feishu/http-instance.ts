import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { bodyOf } from './classify-answer.ts';
import { tokenCodes } from './error-table.ts';
import type { Exchange, PlatformRequest } from './exchange.ts';
import { PlatformError } from './feishu.ts';
import type { JsonBodies } from './json-body.ts';
import type { TenantToken } from './tenant-token.ts';

interface HttpInstanceDeps {
  /** The platform's address without a slash at its end. */
  readonly domain: string;
  readonly bodies: JsonBodies;
  readonly exchange: Exchange;
  readonly token: TenantToken;
}

/** The path of an address below the platform's, with the query. */
function pathOf(domain: string, { url = '', params }: HttpRequestOptions<unknown>): string {
  // The SDK would send the tenant token to any address it is given (fact sheet §6.2).
  if (!url.startsWith(`${domain}/`)) throw new PlatformError('refused', 0, { message: '不是平台的地址' });
  const path = url.slice(domain.length);
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params ?? {})) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

function requestOf(
  { domain, bodies }: HttpInstanceDeps,
  options: HttpRequestOptions<unknown>,
): PlatformRequest {
  const path = pathOf(domain, options);
  const method = (options.method ?? 'GET').toUpperCase();
  const userAgent = options.headers?.['User-Agent'];
  const headers: Record<string, string> = typeof userAgent === 'string' ? { 'user-agent': userAgent } : {};
  if (method === 'GET' || options.data === undefined) return { method, path, headers };
  headers['content-type'] = 'application/json; charset=utf-8';
  return { method, path, headers, body: bodies.of(options.data) };
}

function isTokenFault(error: unknown): boolean {
  return error instanceof PlatformError && tokenCodes.has(error.code);
}

/**
 * What the SDK's client sends its requests through: it adds the tenant token, checks every answer, and repeats a call once when its token
 * turned out to be no good. Resolves with the answer's body, rejects with a PlatformError.
 */
export function createHttpInstance(deps: HttpInstanceDeps): HttpInstance {
  const { exchange, token } = deps;
  const call = async (request: PlatformRequest, bearer: string) => {
    const headers = { ...request.headers, authorization: `Bearer ${bearer}` };
    return bodyOf(await exchange.send({ ...request, headers }));
  };
  const send = async (options: HttpRequestOptions<unknown>): Promise<unknown> => {
    const request = requestOf(deps, options);
    const bearer = await token.get();
    try {
      return await call(request, bearer);
    } catch (error) {
      if (!isTokenFault(error)) throw error;
      token.drop(bearer);
      return call(request, await token.get());
    }
  };
  const plain =
    (method: string) =>
    async <R>(url: string, options?: HttpRequestOptions<unknown>) =>
      (await send({ ...options, url, method })) as R;
  const carrying =
    (method: string) =>
    async <R>(url: string, data?: unknown, options?: HttpRequestOptions<unknown>) =>
      (await send({ ...options, url, method, data })) as R;
  return {
    request: async <R>(options: HttpRequestOptions<unknown>) => (await send(options)) as R,
    get: plain('GET'),
    delete: plain('DELETE'),
    head: plain('HEAD'),
    options: plain('OPTIONS'),
    post: carrying('POST'),
    put: carrying('PUT'),
    patch: carrying('PATCH'),
  };
}
