import type { Instant } from '#src/shared/time.ts';
import type { Frame } from '../kit/frame.ts';

/** Parked messages as an administrator may see them: without their content. */
export interface ParkedView extends Pick<Frame, 'demo'> {
  readonly page: number;
  readonly messages: readonly {
    readonly id: string;
    readonly to: string;
    readonly kind: 'card' | 'text' | 'update';
    readonly about?: 'draft' | 'problem' | undefined;
    readonly since: Instant;
    readonly reason: string;
    /** The platform's code, where it gave one. */
    readonly code: number | null;
    readonly mayRetry: boolean;
    /** It may have arrived: sent again, it may be there twice. */
    readonly mayDouble: boolean;
  }[];
}
