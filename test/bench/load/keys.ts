/** The app's keys on both sides, and the one tenant. */
export const keys = {
  appId: 'cli_0123456789abcdef',
  appSecret: 'bench-secret-value',
  encryptKey: 'bench-encrypt-key',
  verificationToken: 'bench-verification-token',
};

/** The tenant of everybody who writes. */
export const tenant = 'tk_demo';

/** The demonstration's first morning: October's values are due. */
export const benchStart = '2026-11-06T09:00:00+08:00';
