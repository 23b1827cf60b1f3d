import { z } from 'zod';

const address = (what: string) =>
  z
    .url({ protocol: /^https?$/, error: `${what}，要以 http:// 或 https:// 开头` })
    .transform((url) => url.replace(/\/+$/, ''));

const port = z
  .string()
  .regex(/^\d{1,5}$/, '要是 0–65535 的整数')
  .transform(Number)
  .refine((number) => number <= 65_535, '要是 0–65535 的整数');

const operationPort = z.union([z.literal('off'), port], '要是 0–65535 的整数，或 off');

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** Every variable the product reads, with its check; `.env.example` explains each. */
export const settingsSchema = z.object({
  FEISHU_APP_ID: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, '只能含字母、数字、_ 和 -，形如 cli_xxx')
    .optional(),
  FEISHU_APP_SECRET: z.string().optional(),
  FEISHU_ENCRYPT_KEY: z.string().optional(),
  FEISHU_VERIFICATION_TOKEN: z.string().optional(),
  FEISHU_BASE_URL: address('要是开放平台的地址').default('https://open.feishu.cn'),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, '要是本机的一个地址或主机名')
    .optional(),
  PORT: port.default(3000),
  OPERATION_PORT: operationPort.optional(),
  PUBLIC_URL: address('要是外部访问本服务的地址').optional(),
  DATA_DIR: z.string().default('data/store'),
  SEED: z.enum(['demo', 'none'], '只能是 demo 或 none').optional(),
  LOG_LEVEL: z.enum(logLevels, `只能是 ${logLevels.join('、')} 之一`).default('info'),
});

const required = (where: string) => z.string(`已设置 FEISHU_APP_ID，此项必填（开放平台后台「${where}」）`);

/** The same when `FEISHU_APP_ID` is set: without these the webhook could be fed by anybody. */
export const productionSettingsSchema = settingsSchema.extend({
  FEISHU_APP_ID: settingsSchema.shape.FEISHU_APP_ID.unwrap(),
  FEISHU_APP_SECRET: required('凭证与基础信息'),
  FEISHU_ENCRYPT_KEY: required('事件与回调 → 加密策略'),
  FEISHU_VERIFICATION_TOKEN: required('事件与回调 → 加密策略'),
});

/** What the variables say, checked. */
export type Settings = z.output<typeof settingsSchema>;
