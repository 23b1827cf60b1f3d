import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFeishu } from '#src/feishu/create-feishu.ts';
import { errorTable } from '#src/feishu/error-table.ts';
import { type FailureKind, PlatformError } from '#src/feishu/feishu.ts';
import { silentLog } from '#src/shared/log.ts';

const baseUrl = 'https://open.feishu.cn';
const feishu = createFeishu({ appId: 'cli_1', appSecret: 's', baseUrl, log: silentLog, timeoutMs: 2_000 });
const text = { kind: 'text' as const, content: '{"text":"x"}' };

beforeAll(() => {
  nock.disableNetConnect();
  nock(baseUrl)
    .persist()
    .post('/open-apis/auth/v3/tenant_access_token/internal')
    .reply(200, { code: 0, tenant_access_token: 't-1', expire: 7200 });
});
afterEach(() => {
  expect(nock.pendingMocks().filter((mock) => mock.includes('messages'))).toEqual([]);
});
afterAll(() => {
  feishu.close();
  nock.cleanAll();
  nock.enableNetConnect();
  nock.restore();
});

async function failureOf(
  status: number,
  body: nock.Body,
  { headers = {}, times = 1 }: { headers?: Record<string, string>; times?: number } = {},
) {
  nock(baseUrl)
    .post('/open-apis/im/v1/messages?receive_id_type=chat_id')
    .times(times)
    .reply(status, body, headers);
  const error = await feishu.send({ chat: 'oc_1' }, text, 'u1').catch((thrown: unknown) => thrown);
  if (!(error instanceof PlatformError)) throw new TypeError('no PlatformError');
  return error;
}

const expected: Record<FailureKind, number[]> = {
  refused: [
    ...[
      230001, 230002, 230006, 230011, 230013, 230015, 230017, 230018, 230019, 230022, 230025, 230027, 230028,
    ],
    ...[
      230029, 230031, 230034, 230035, 230036, 230038, 230050, 230053, 230054, 230055, 230071, 230072, 230075,
    ],
    ...[230099, 230110, 232009, 232010, 232011, 232025, 232033, 232034, 11247, 99991672, 99991668, 99991677],
    ...[99991401, 99991403, 10014, 40004, 41012, 41050, 99992361, 1, 123456],
  ],
  limited: [230020, 11232, 11233, 99991400],
  unknown: [230049, 2200, 5000, 1000004, 1000005, 90217],
  retry: [99991661, 99991663, 99991671],
};
const rows = Object.entries(expected).flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const));

describe('a code of the platform (fact sheet §4.5)', () => {
  it.each(rows)('%i is %s, at HTTP 200 and at 400', async (code, kind) => {
    const times = kind === 'retry' ? 2 : 1;
    for (const status of [200, 400]) {
      const error = await failureOf(status, { code, msg: 'no' }, { times });
      expect(error).toMatchObject({ kind, code });
      expect(error.message).toMatch(/[\u4e00-\u9fff].*（.*\d+）$/);
    }
  });

  it('has a row in this test when it has one in the table', () => {
    const tested = new Set(rows.map(([code]) => code));
    expect([...errorTable.keys()].filter((code) => !tested.has(code))).toEqual([]);
  });
});

describe('a limited call', () => {
  it.each([429, 400])('waits as long as the gateway says (HTTP %i)', async (status) => {
    const error = await failureOf(
      status,
      { code: 99991400, msg: 'limit' },
      {
        headers: { 'x-ogw-ratelimit-reset': '52' },
      },
    );
    expect(error).toMatchObject({ kind: 'limited', code: 99991400, waitMs: 52_000 });
  });

  it.each(['', 'soon', '-1', '1e3'])('waits a second when the gateway says %j', async (reset) => {
    const error = await failureOf(
      429,
      { code: 99991400 },
      {
        headers: { 'x-ogw-ratelimit-reset': reset },
      },
    );
    expect(error.waitMs).toBe(1_000);
  });

  it('waits 10 minutes at most', async () => {
    const error = await failureOf(
      429,
      { code: 99991400 },
      {
        headers: { 'x-ogw-ratelimit-reset': '999999999' },
      },
    );
    expect(error.waitMs).toBe(600_000);
  });

  it('is recognised by HTTP 429 alone', async () => {
    expect(await failureOf(429, 'slow down')).toMatchObject({ kind: 'limited', code: 429 });
  });
});

describe('a refused card', () => {
  it('may be retried only when it is locked', async () => {
    const locked =
      'Failed to create card content, ext=ErrCode: 11310; ErrMsg: Card action is lock; ErrorValue: ;';
    expect(await failureOf(400, { code: 230099, msg: locked })).toMatchObject({ kind: 'retry' });
  });

  it.each([
    [200621, '卡片 JSON 不合法或含未知属性'],
    [11310, '卡片元素或表格过多，或模板不可见'],
    [999, '未知原因'],
  ])('names the inner cause %i', async (inner, reason) => {
    const msg = `Failed to create card content, ext=ErrCode: ${inner}; ErrMsg: 张三 13800000000; ErrorValue: x;`;
    const error = await failureOf(400, { code: 230099, msg });
    expect(error).toMatchObject({ kind: 'refused', code: 230099 });
    expect(error.message).toContain(reason);
    expect(error.message).toContain(String(inner));
    expect(error.message).not.toContain('张三');
  });
});

describe('an answer of unknown outcome', () => {
  it.each([
    [500, '{"code":5000}'],
    [502, '<html>Bad Gateway</html>'],
    [503, ''],
    [200, '<html>login</html>'],
    [200, ''],
    [200, 'null'],
    [200, '[]'],
    [200, '{"msg":"success"}'],
    [200, '{"code":"0"}'],
    [400, '{"code":0}'],
    [403, '<html>proxy</html>'],
    [302, ''],
  ])('is HTTP %i with %j', async (status, body) => {
    expect(await failureOf(status, body)).toMatchObject({ kind: 'unknown', code: status });
  });

  it.each(['{"code":0}', '{"code":0,"data":{"message_id":"../x","chat_id":"oc_1"}}'])(
    'is a success without what it should hold: %j',
    async (body) => {
      expect(await failureOf(200, body)).toMatchObject({ kind: 'unknown' });
    },
  );
});
