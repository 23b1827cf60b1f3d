import type { ProductionConfig } from './config/load-config.ts';
import type { WorkCalendar } from './domain/calendar/work-calendar.ts';
import { createFeishu } from './feishu/create-feishu.ts';
import { createMonitoring } from './monitoring/create-monitoring.ts';
import { hasAdmin, issueBindCode } from './operations/people/bind-code.ts';
import { createProduct } from './product.ts';
import { seedDemonstration } from './seed/seed-demonstration.ts';
import { systemClock } from './shared/clock.ts';
import type { Log } from './shared/log.ts';
import { createHttpServer, openDoor, stopServer } from './shared/server.ts';
import type { DocumentStore } from './store/document-store.ts';
import type { FileStore } from './store/file-store.ts';
import type { Vault } from './store/vault.ts';

interface ProductionParts {
  readonly config: ProductionConfig;
  readonly store: DocumentStore;
  readonly vault: Vault;
  readonly files: FileStore;
  readonly calendar: WorkCalendar;
  readonly log: Log;
  /** Where the one-time code is told: the console, never the log. */
  readonly tell: (line: string) => void;
}

const bindCodeMs = 15 * 60_000;

async function offerBindCode({ store, tell }: ProductionParts): Promise<void> {
  const now = systemClock.now();
  await store.write({ at: now, who: 'system', what: 'bind.code' }, async (tx) => {
    if (await hasAdmin(tx)) return;
    const code = await issueBindCode(tx, now);
    tell(`还没有系统管理员。请在 15 分钟内私聊机器人发送：/bind ${code}（最多 3 次）`);
  });
}

/** Starts the production bot before a real Feishu or Lark: no emulator, the real clock. */
export async function startProduction(parts: ProductionParts): Promise<{ stop(): Promise<void> }> {
  const { config, store, vault, files, calendar, log } = parts;
  if (config.seed === 'demo') {
    await seedDemonstration({ store, vault, folder: 'data/demo', at: systemClock.now(), log });
  }
  const feishu = createFeishu({ ...config.credentials, baseUrl: config.feishuBaseUrl, log });
  const { watch, ...counted } = createMonitoring(config.operationPort);
  const product = createProduct({
    ...{ store, vault, files, feishu, calendar, log, clock: systemClock, ...counted },
    keys: config.credentials,
    demo: config.demoData,
  });
  const monitoring = await watch(product.monitored);
  const server = createHttpServer(product.listener);
  await openDoor(server, config);
  await offerBindCode(parts);
  // While nobody is administrator, a new code follows when the old one has run out.
  const offering = setInterval(() => void offerBindCode(parts).catch(() => {}), bindCodeMs);
  parts.tell(
    `强引擎已启动，事件和回调地址：${config.publicUrl ?? `http://${config.host}:${config.port}`}/webhook/event`,
  );
  if (monitoring) parts.tell(`运行状况（只在本机）：${monitoring.url}/readyz`);
  await product.start();
  return {
    async stop() {
      clearInterval(offering);
      await product.stop();
      await stopServer(server);
      feishu.close();
      await store.close();
      await monitoring?.stop();
    },
  };
}
