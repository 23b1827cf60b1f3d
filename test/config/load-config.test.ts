import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '#src/config/load-config.ts';
import { settingsSchema } from '#src/config/settings.ts';
import { StrongError } from '#src/shared/errors.ts';

const app = {
  FEISHU_APP_ID: 'cli_a1b2c3',
  FEISHU_APP_SECRET: 'secret-secret',
  FEISHU_ENCRYPT_KEY: 'encrypt-encrypt',
  FEISHU_VERIFICATION_TOKEN: 'token-token',
};

function refusal(env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof StrongError) return error.say;
    throw error;
  }
  throw new Error('was not refused');
}

describe('loadConfig', () => {
  it('runs the demonstration without any setting', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({
      mode: 'demo',
      seed: 'demo',
      demoData: true,
      host: '127.0.0.1',
      port: 3000,
      publicUrl: undefined,
      dataDir: 'data/store',
      logLevel: 'warn',
    });
  });

  it('makes new credentials for every demonstration', () => {
    const [one, two] = [loadConfig({}).credentials, loadConfig({}).credentials];
    expect(one.encryptKey).toMatch(/^[0-9a-f]{48}$/);
    expect(one.encryptKey).not.toBe(two.encryptKey);
  });

  it('runs the production bot with an app, without demonstration data', () => {
    expect(loadConfig(app)).toMatchObject({
      mode: 'production',
      seed: 'none',
      demoData: false,
      host: '0.0.0.0',
      feishuBaseUrl: 'https://open.feishu.cn',
      credentials: { appId: 'cli_a1b2c3', appSecret: 'secret-secret' },
    });
  });

  it('marks the data as a demonstration when an app is started with them', () => {
    expect(loadConfig({ ...app, SEED: 'demo' })).toMatchObject({
      mode: 'production',
      seed: 'demo',
      demoData: true,
    });
  });

  it('reads every setting', () => {
    const config = loadConfig({
      ...app,
      FEISHU_BASE_URL: 'http://127.0.0.1:9000/',
      HOST: '::1',
      PORT: '0',
      PUBLIC_URL: 'https://bot.example.gov.cn/',
      DATA_DIR: '/var/lib/strong',
      LOG_LEVEL: 'warn',
    });
    expect(config).toMatchObject({
      feishuBaseUrl: 'http://127.0.0.1:9000',
      host: '::1',
      port: 0,
      publicUrl: 'https://bot.example.gov.cn',
      dataDir: '/var/lib/strong',
      logLevel: 'warn',
    });
  });

  it('takes an empty setting for none', () => {
    expect(loadConfig({ FEISHU_APP_ID: '', PORT: '  ' })).toMatchObject({ mode: 'demo', port: 3000 });
  });

  it.each(['FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'])(
    'refuses an app without %s',
    (name) => {
      expect(refusal({ ...app, [name]: undefined })).toContain(`${name}：已设置 FEISHU_APP_ID，此项必填`);
    },
  );

  it('names every bad variable in one message, and no value', () => {
    const bad = {
      FEISHU_APP_ID: 'bad id!',
      FEISHU_BASE_URL: 'ftp://nowhere',
      HOST: 'a b',
      PORT: '70000',
      PUBLIC_URL: 'javascript:alert(1)',
      SEED: 'yes',
      LOG_LEVEL: 'loud',
    };
    const said = refusal(bad);
    for (const name of Object.keys(bad)) expect(said).toContain(`  ${name}：`);
    const missing = ['FEISHU_APP_SECRET', 'FEISHU_ENCRYPT_KEY', 'FEISHU_VERIFICATION_TOKEN'];
    for (const name of missing) expect(said).toContain(`  ${name}：`);
    for (const value of Object.values(bad)) expect(said).not.toContain(value);
  });

  it.each(['-1', '3000.5', '0x10', 'http', '99999', '1e3'])('refuses the port %s', (PORT) => {
    expect(refusal({ PORT })).toContain('PORT：要是 0–65535 的整数');
  });
});

describe('.env.example', () => {
  const text = readFileSync('.env.example', 'utf8');
  const example = parseEnv(text);

  it('lists exactly the variables that are read', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(settingsSchema.shape).sort());
  });

  it('explains each of them', () => {
    for (const name of Object.keys(example)) expect(text).toMatch(new RegExp(`^# .+\\n${name}=`, 'm'));
  });

  it('changes nothing when it is copied as it is', () => {
    const { credentials: _, ...copied } = loadConfig(example);
    const { credentials: __, ...bare } = loadConfig({});
    expect(copied).toEqual(bare);
  });
});
