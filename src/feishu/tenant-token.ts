/** A token as the platform issues it (fact sheet §4.1). */
export interface IssuedToken {
  readonly token: string;
  /** Seconds. */
  readonly expire: number;
}

/** The tenant token, fetched once for however many callers. */
export interface TenantToken {
  get(): Promise<string>;
  /** Forgets this token if it is still the one in use: of many calls that met a revoked token, the first makes a new one be fetched. */
  drop(token: string): void;
}

interface Kept {
  readonly token: string;
  readonly endsMs: number;
  readonly renewMs: number;
}

const renewPauseMs = 5_000;

/**
 * Builds the token's keeper. With a tenth of its life left (12 min of 2 h; the platform issues a new one when less than 30 min are left) it is
 * renewed behind the callers' backs, who go on with the old one, which stays valid. Times are of the monotonic clock.
 */
export function createTenantToken(
  fetchToken: () => Promise<IssuedToken>,
  monotonicMs: () => number = () => performance.now(),
): TenantToken {
  let kept: Kept | undefined;
  let fetching: Promise<string> | undefined;
  let lastTryMs = Number.NEGATIVE_INFINITY;
  const renew = async (): Promise<string> => {
    lastTryMs = monotonicMs();
    const { token, expire } = await fetchToken();
    const lifeMs = Math.max(expire, 0) * 1000;
    kept = { token, endsMs: lastTryMs + lifeMs, renewMs: lastTryMs + lifeMs * 0.9 };
    return token;
  };
  const renewOnce = (): Promise<string> => {
    fetching ??= renew().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  return {
    async get() {
      const now = monotonicMs();
      if (!kept || now >= kept.endsMs) return renewOnce();
      if (now >= kept.renewMs && now >= lastTryMs + renewPauseMs) {
        // Nobody waits for this one; when it fails, the next call after the pause tries again.
        renewOnce().catch(() => undefined);
      }
      return kept.token;
    },
    drop(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}
