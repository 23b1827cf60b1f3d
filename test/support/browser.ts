import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless Chromium; when a library is missing, the error says which Debian package brings it. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  try {
    return await playwright.launch({ executablePath, args, headless: true });
  } catch (error) {
    throw new Error(`Chromium does not start. ${hint(String(error))}`, { cause: error });
  }
}

const packages: Record<string, string> = {
  libnss3: 'libnss3',
  libnssutil3: 'libnss3',
  libsmime3: 'libnss3',
  libnspr4: 'libnspr4',
  libexpat: 'libexpat1',
  libfontconfig: 'libfontconfig1',
  libasound: 'libasound2',
  libgbm: 'libgbm1',
};

function hint(message: string): string {
  const library = /(lib[\w+-]+)\.so/.exec(message)?.[1];
  if (!library) return message;
  return `${library} is missing: apt-get install -y ${packages[library] ?? library}`;
}
