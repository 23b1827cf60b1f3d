import { existsSync } from 'node:fs';

/** The process's environment, with `.env` of the current folder for what it does not set itself. The only place that reads `process.env`. */
export function readEnv(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
