/** What kind of event it was; `other`: a challenge, an event of no interest, or a request that was turned away before it was read. */
export type EventKind = 'message' | 'click' | 'departure' | 'other';

/** One thing to count. Names and codes come from the code's own lists, never from what people write. */
export type Measure =
  /** A request to the webhook got its HTTP answer, `ms` after it came. */
  | { readonly of: 'acknowledged'; readonly kind: EventKind; readonly status: number; readonly ms: number }
  /** An event's transaction lasts, or failed, `ms` after the event came. */
  | {
      readonly of: 'handled';
      readonly kind: EventKind;
      readonly outcome: 'done' | 'refused' | 'failed';
      readonly ms: number;
    }
  /** The person has the answer: a click's with its HTTP answer, a message's when the platform has taken the reply. */
  | { readonly of: 'answered'; readonly kind: EventKind; readonly ms: number }
  /** Refused with this code of the catalogue of errors, or `http_<status>` at the door. */
  | { readonly of: 'refused'; readonly code: string }
  /** A declared command or action was used: `/ranking`, `report.confirm`, or `sentence`. */
  | { readonly of: 'used'; readonly name: string }
  /** What a try to send a message came to. */
  | { readonly of: 'sent'; readonly outcome: 'sent' | 'again' | 'parked' };

/** Where the rooms tell what they did; as `Trace`, it is handed to them and never global. */
export type Measured = (measure: Measure) => void;

/** For tests and programs that count nothing. */
export const unmeasured: Measured = () => {};
