/** What a person presses or fills on a card, in the words of `event.action` (fact sheet §2.1, §2.2). */
export interface Press {
  /** `button` also for a form's submit. */
  readonly tag: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly form_value?: Readonly<Record<string, unknown>>;
  readonly input_value?: string;
  readonly option?: string;
  readonly options?: readonly string[];
  readonly checked?: boolean;
}

/** What the presser's client shows for a moment. */
export interface ShownToast {
  readonly type: 'info' | 'success' | 'error' | 'warning';
  readonly content: string;
}

/** What the client shows after a press. */
export interface ClickResult {
  readonly eventId: string;
  readonly toast?: ShownToast;
  /** The answer replaced the card for everyone. */
  readonly replaced: boolean;
  /** The client's error code and sentence (fact sheet §2.4). */
  readonly error?: { readonly code: number; readonly message: string };
  readonly tookMs: number;
}
