/** What can go wrong with a call of the bot to the platform. */
type CallFaultKind =
  /** 429 with the reset header. */
  | 'limited'
  | '500'
  /** An HTML page, as gateways answer. */
  | '502'
  /** No answer; nothing happened. */
  | 'hang'
  /** No answer; yet it happened. */
  | 'hang_after'
  | 'reset_before'
  | 'reset_after'
  /** The platform says no with the fault's `code`; nothing happened. */
  | 'refused';

/** The calls a fault can hit. */
export type FaultyCall = 'send' | 'reply' | 'update' | 'token';

/** `any`: whichever of send, reply and update comes next. */
type FaultTarget = FaultyCall | 'any';

/** Something that goes wrong the next `times` (default 1) times. */
export type Fault =
  | {
      readonly on: FaultTarget;
      readonly kind: CallFaultKind;
      readonly times?: number;
      readonly resetSeconds?: number;
      /** What `refused` says, 230001 unless told. */
      readonly code?: number;
      /** Its words, where the code alone does not say it (230099). */
      readonly message?: string;
    }
  | { readonly on: 'event'; readonly kind: 'twice' | 'late'; readonly times?: number };

/** A fault still to happen. */
export type PendingFault = Fault & { readonly times: number };

/** What the faults that last pull on. */
export interface Levers {
  revokeTokens(): void;
  throwBotOut(chatId: string): void;
  letBotIn(chatId: string): void;
  recall(messageId: string): void;
}

/** One that hits a call. */
export type CallFault = Extract<PendingFault, { on: FaultTarget }>;
type EventFault = Extract<PendingFault, { on: 'event' }>;

function hits(fault: PendingFault, call: FaultyCall): fault is CallFault {
  return fault.on === call || (fault.on === 'any' && call !== 'token');
}

/** The admin surface: what goes wrong next. */
export class Faults {
  readonly #levers: Levers;
  readonly #listeners = new Set<() => void>();
  #pending: PendingFault[] = [];

  constructor(levers: Levers) {
    this.#levers = levers;
  }

  inject(fault: Fault): void {
    this.#pending.push({ ...fault, times: fault.times ?? 1 });
    this.#tell();
  }

  /** Every token given so far becomes invalid (99991663). */
  revokeTokens(): void {
    this.#levers.revokeTokens();
  }

  /** From now on the bot is not in that chat (230002) and hears nothing said there. */
  throwBotOut(chatId: string): void {
    this.#levers.throwBotOut(chatId);
  }

  letBotIn(chatId: string): void {
    this.#levers.letBotIn(chatId);
  }

  /** Takes a message back as its sender would: answering or updating it is refused (230011). */
  recall(messageId: string): void {
    this.#levers.recall(messageId);
  }

  pending(): readonly PendingFault[] {
    return this.#pending;
  }

  clear(): void {
    this.#pending = [];
    this.#tell();
  }

  /** Uses up one of the oldest fault that hits that call; undefined when all is well. */
  takeForCall(call: FaultyCall): CallFault | undefined {
    return this.#use(this.#pending.find((fault): fault is CallFault => hits(fault, call)));
  }

  /** Uses up one of the oldest fault of event deliveries. */
  takeForEvent(): EventFault | undefined {
    return this.#use(this.#pending.find((fault): fault is EventFault => fault.on === 'event'));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #use<F extends PendingFault>(fault: F | undefined): F | undefined {
    if (!fault) return undefined;
    this.#pending = this.#pending.flatMap((each) => (each === fault ? lessOne(each) : [each]));
    this.#tell();
    return fault;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function lessOne(fault: PendingFault): PendingFault[] {
  return fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
}
