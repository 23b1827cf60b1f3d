import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { StrongError } from '../shared/errors.ts';
import { productionSettingsSchema, type Settings, settingsSchema } from './settings.ts';

/** What identifies the app to the platform and the platform to the app. */
interface Credentials {
  readonly appId: string;
  readonly appSecret: string;
  readonly encryptKey: string;
  readonly verificationToken: string;
}

interface CommonConfig {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where health and figures are told, on 127.0.0.1 only; 0: any free port, undefined: nowhere. */
  readonly operationPort: number | undefined;
  /** How the service is reached from outside, without a slash at the end; undefined: by its own address only. */
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  readonly seed: 'demo' | 'none';
  /** True: the data are a demonstration, and every card says so. */
  readonly demoData: boolean;
  readonly logLevel: Settings['LOG_LEVEL'];
  readonly credentials: Credentials;
}

/** No app: the local emulator is the platform, and the clock can be moved. */
export interface DemoConfig extends CommonConfig {
  readonly mode: 'demo';
}

/** A real app of Feishu or Lark, on the real clock. */
export interface ProductionConfig extends CommonConfig {
  readonly mode: 'production';
  /** Without a slash at the end. */
  readonly feishuBaseUrl: string;
}

/** How the product is to run. */
export type Config = DemoConfig | ProductionConfig;

/** Reads the settings; throws one `StrongError` that names every bad variable, never its value. */
export function loadConfig(env: NodeJS.ProcessEnv): Config {
  const given = withoutEmpty(env);
  return given.FEISHU_APP_ID === undefined ? demoConfig(given) : productionConfig(given);
}

/** An empty line in `.env` means: not set. */
function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const trimmed = Object.entries(env).map(([name, value]) => [name, value?.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value !== undefined && value !== ''));
}

function check<S extends z.ZodType>(schema: S, env: NodeJS.ProcessEnv): z.output<S> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const bad = result.error.issues.map(({ path, message }) => `  ${String(path[0])}：${message}`);
  throw new StrongError(
    'bad_settings',
    `设置有误，没有启动。请改正环境变量或 .env（说明见 .env.example）：\n${bad.join('\n')}`,
  );
}

function demoConfig(env: NodeJS.ProcessEnv): DemoConfig {
  const settings = check(settingsSchema, env);
  const seed = settings.SEED ?? 'demo';
  return {
    mode: 'demo',
    ...common(settings),
    // A person at a console wants the address to open, not a line for each event.
    logLevel: env.LOG_LEVEL === undefined ? 'warn' : settings.LOG_LEVEL,
    host: settings.HOST ?? '127.0.0.1',
    operationPort: operationPort(settings, 'off'),
    seed,
    demoData: true,
    credentials: {
      appId: 'cli_demo',
      appSecret: settings.FEISHU_APP_SECRET ?? generated(),
      encryptKey: settings.FEISHU_ENCRYPT_KEY ?? generated(),
      verificationToken: settings.FEISHU_VERIFICATION_TOKEN ?? generated(),
    },
  };
}

function productionConfig(env: NodeJS.ProcessEnv): ProductionConfig {
  const settings = check(productionSettingsSchema, env);
  const seed = settings.SEED ?? 'none';
  return {
    mode: 'production',
    ...common(settings),
    // The platform must be able to reach it, from outside a container too.
    host: settings.HOST ?? '0.0.0.0',
    operationPort: operationPort(settings, defaultOperationPort),
    seed,
    demoData: seed === 'demo',
    feishuBaseUrl: settings.FEISHU_BASE_URL,
    credentials: {
      appId: settings.FEISHU_APP_ID,
      appSecret: settings.FEISHU_APP_SECRET,
      encryptKey: settings.FEISHU_ENCRYPT_KEY,
      verificationToken: settings.FEISHU_VERIFICATION_TOKEN,
    },
  };
}

/** Where Prometheus exporters of Node programs usually are looked for. */
const defaultOperationPort = 9464;

function operationPort({ OPERATION_PORT }: Settings, otherwise: number | 'off'): number | undefined {
  const port = OPERATION_PORT ?? otherwise;
  return port === 'off' ? undefined : port;
}

function common(settings: Settings) {
  return {
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL,
    dataDir: settings.DATA_DIR,
    logLevel: settings.LOG_LEVEL,
  };
}

function generated(): string {
  return randomBytes(24).toString('hex');
}
