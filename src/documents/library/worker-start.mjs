// A worker is started with JavaScript: none of Node 20's own ways hands tsx's loader on to it.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData);
