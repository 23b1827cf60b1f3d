import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { listening, stopServer } from '../../shared/server.ts';

/** A running nginx with the example configuration. */
export interface NginxTrial {
  readonly url: string;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await listening(server, { host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  await stopServer(server);
  return port;
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`data/deploy/nginx.conf no longer has “${from}”`);
  return text.replaceAll(from, to);
}

/** The example with nothing changed but the places of a real machine: ports, certificate, files. */
function trialConfig(folder: string, ports: { tls: number; plain: number; product: number }): string {
  const places: [string, string][] = [
    ['listen 443 ssl', `listen 127.0.0.1:${ports.tls} ssl`],
    ['listen 80;', `listen 127.0.0.1:${ports.plain};`],
    ['server 127.0.0.1:3000;', `server 127.0.0.1:${ports.product};`],
    ['/etc/nginx/strong-engine', join(folder, 'strong-engine')],
    ['/var/log/nginx/', `${folder}/`],
    ['/run/nginx.pid', join(folder, 'nginx.pid')],
  ];
  const text = readFileSync('data/deploy/nginx.conf', 'utf8');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join('\n');
  const placed = places.reduce((config, [from, to]) => replaced(config, from, to), text);
  return placed.replace('http {', `http {\n${temporary}`);
}

function selfSigned(folder: string): void {
  const path = join(folder, 'strong-engine');
  const args = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    '-subj',
    '/CN=bot.example.gov.cn',
  ];
  const made = spawnSync('openssl', [...args, '-keyout', `${path}.key`, '-out', `${path}.crt`]);
  if (made.status !== 0) throw new Error(`openssl: ${String(made.stderr)}`);
}

async function untilItListens(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended: ${child.exitCode}`);
    const answer = await fetch(url, { redirect: 'manual' }).catch(() => undefined);
    if (answer) return;
    await pause(50);
  }
  throw new Error('nginx does not listen');
}

/** Starts nginx on loopback ports before a product that listens on a port; throws when nginx or openssl is missing or refuses the file. */
export async function startNginx(folder: string, product: number): Promise<NginxTrial> {
  const ports = { tls: await freePort(), plain: await freePort(), product };
  selfSigned(folder);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, trialConfig(folder, ports));
  const checked = spawnSync('nginx', ['-t', '-c', file], { encoding: 'utf8' });
  if (checked.error) throw new Error('nginx is missing: apt-get install -y nginx-light');
  if (checked.status !== 0) throw new Error(checked.stderr);
  const child = spawn('nginx', ['-c', file, '-g', 'daemon off;'], { stdio: 'ignore' });
  await untilItListens(child, `http://127.0.0.1:${ports.plain}/`);
  return {
    url: `https://127.0.0.1:${ports.tls}`,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGQUIT');
      }),
  };
}
