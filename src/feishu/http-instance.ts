import type { HttpInstance, HttpRequestOptions } from '@larksuiteoapi/node-sdk';
import { bodyOf } from './classify-answer.ts';
import { tokenCodes } from './error-table.ts';
import type { Exchange, PlatformRequest } from './exchange.ts';
import { PlatformError } from './feishu.ts';
import type { TenantToken } from './tenant-token.ts';

interface HttpInstanceDeps {
  readonly baseUrl: URL;
  readonly exchange: Exchange;
  readonly token: TenantToken;
}

function requestOf(baseUrl: URL, options: HttpRequestOptions<unknown>): PlatformRequest {
  const url = new URL(options.url ?? '', baseUrl);
  // The SDK would send the tenant token to any address it is given (fact sheet §6.2).
  if (url.origin !== baseUrl.origin) throw new PlatformError('refused', 0, { message: '不是平台的地址' });
  for (const [name, value] of Object.entries(options.params ?? {})) {
    if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
  }
  const method = (options.method ?? 'GET').toUpperCase();
  const userAgent = options.headers?.['User-Agent'];
  const headers: Record<string, string> = typeof userAgent === 'string' ? { 'user-agent': userAgent } : {};
  if (method === 'GET' || options.data === undefined) return { method, url, headers };
  headers['content-type'] = 'application/json; charset=utf-8';
  return { method, url, headers, body: JSON.stringify(options.data) };
}

function isTokenFault(error: unknown): boolean {
  return error instanceof PlatformError && tokenCodes.has(error.code);
}

/**
 * What the SDK's client sends its requests through: it adds the tenant token, checks every answer, and repeats a call once when its token
 * turned out to be no good. Resolves with the answer's body, rejects with a PlatformError.
 */
export function createHttpInstance({ baseUrl, exchange, token }: HttpInstanceDeps): HttpInstance {
  const call = async (request: PlatformRequest, bearer: string) => {
    const headers = { ...request.headers, authorization: `Bearer ${bearer}` };
    return bodyOf(await exchange.send({ ...request, headers }));
  };
  const send = async (options: HttpRequestOptions<unknown>): Promise<unknown> => {
    const request = requestOf(baseUrl, options);
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
