/** The instant at which the demonstration begins. */
export const demoStart = '2026-11-06T09:00:00+08:00';

/** The app's keys on both sides. */
export const testKeys = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'test-secret-value',
  encryptKey: 'test-encrypt-key',
  verificationToken: 'test-verification-token',
};
