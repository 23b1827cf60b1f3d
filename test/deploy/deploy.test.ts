import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createApp } from '#src/app.ts';
import { loadConfig } from '#src/config/load-config.ts';
import { drainMs } from '#src/monitoring/drain.ts';
import { maxBodyBytes } from '#src/webhook/webhook.ts';

const nginx = readFileSync('data/deploy/nginx.conf', 'utf8');
const unit = readFileSync('data/deploy/strong-engine.service', 'utf8');

const app = {
  FEISHU_APP_ID: 'cli_a1',
  FEISHU_APP_SECRET: 's',
  FEISHU_ENCRYPT_KEY: 'e',
  FEISHU_VERIFICATION_TOKEN: 't',
};

function one(text: string, pattern: RegExp): string {
  const found = [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
  if (found.length !== 1) throw new Error(`${found.length} of ${pattern}`);
  return found[0]?.[1] ?? '';
}

function environment(): Record<string, string> {
  const words = one(unit, /^Environment=(.*)$/m).split(' ');
  return Object.fromEntries(words.map((word) => word.split('=')));
}

describe('data/deploy/nginx.conf', () => {
  it('passes on the very path that the product takes, and no other', () => {
    const passed = [...nginx.matchAll(/location = (\S+) \{[^}]*proxy_pass/g)].map(([, path]) => path);
    expect(passed).toHaveLength(1);
    const taken: string[] = [];
    const listener = createApp({ webhook: { handle: ({ url }) => taken.push(url ?? '') } });
    const request = { url: passed[0] } as Parameters<typeof listener>[0];
    listener(request, {} as Parameters<typeof listener>[1]);
    expect(taken).toEqual(passed);
  });

  it('has the webhook’s own limit of a body, and keeps the body in memory', () => {
    const bytes = (name: string) => Number(one(nginx, new RegExp(`\\b${name} (\\d+)m;`))) * 1024 * 1024;
    expect(bytes('client_max_body_size')).toBe(maxBodyBytes);
    expect(bytes('client_body_buffer_size')).toBe(maxBodyBytes);
  });

  it('goes to the port of the unit', () => {
    expect(one(nginx, /server 127\.0\.0\.1:(\d+);/)).toBe(environment().PORT);
  });

  it('overwrites what a sender says of the own address', () => {
    expect(one(nginx, /proxy_set_header X-Real-IP (\S+);/)).toBe('$remote_addr');
    expect(one(nginx, /proxy_set_header X-Forwarded-For (\S+);/)).toBe('$remote_addr');
  });

  it('shows nothing of the operation port', () => {
    expect(nginx).not.toContain(String(loadConfig(app).operationPort));
  });
});

describe('data/deploy/strong-engine.service', () => {
  it('sets only what the product reads, for a product behind a proxy', () => {
    const config = loadConfig({ ...app, ...environment() });
    expect(config).toMatchObject({
      host: '127.0.0.1',
      dataDir: '/var/lib/strong-engine',
      operationPort: 9464,
    });
    const example = readFileSync('.env.example', 'utf8');
    for (const name of Object.keys(environment())) expect(example).toContain(`\n${name}=`);
  });

  it('starts what npm start starts', () => {
    const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(one(unit, /^ExecStart=\/usr\/bin\/(.*)$/m)).toBe(scripts.start);
  });

  it('gives a stop more time than the product takes', () => {
    expect(one(unit, /^KillSignal=(.*)$/m)).toBe('SIGTERM');
    expect(Number(one(unit, /^TimeoutStopSec=(\d+)$/m)) * 1000).toBeGreaterThan(drainMs + 3000);
  });

  it('keeps the data in the one folder that it may write', () => {
    expect(one(unit, /^ProtectSystem=(.*)$/m)).toBe('strict');
    expect(`/var/lib/${one(unit, /^StateDirectory=(.*)$/m)}`).toBe(environment().DATA_DIR);
    expect(one(unit, /^NoNewPrivileges=(.*)$/m)).toBe('yes');
  });
});
