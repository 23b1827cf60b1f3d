import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import helmet from 'helmet';

const require = createRequire(import.meta.url);
const page = fileURLToPath(new URL('../page/', import.meta.url));
const chartBuild = join(dirname(require.resolve('@visactor/vchart/package.json')), 'build/index.min.js');
const fonts = dirname(require.resolve('@fontsource/noto-sans-sc/package.json'));

const own = ["'self'"];

/** Nothing but what this server sends: no inline script, no foreign address, no frame. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: own,
    styleSrc: own,
    fontSrc: own,
    imgSrc: [...own, 'data:'],
    connectSrc: own,
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** The page's files, the charts and the Chinese font, all from this machine. */
export function pageFiles(): Router {
  const router = express.Router();
  // Plain http on this machine: HSTS would lock the browser out of other local programs.
  router.use(helmet({ contentSecurityPolicy, strictTransportSecurity: false }));
  const lasting = { maxAge: '7d', immutable: true };
  router.get('/vendor/vchart.js', (_req, res) => res.sendFile(chartBuild, lasting));
  router.use('/vendor/noto-sans-sc', express.static(fonts, lasting));
  router.get(['/cards', '/cards/:id'], (_req, res) => res.sendFile(join(page, 'cards.html')));
  router.use(express.static(page, { cacheControl: false }));
  return router;
}
