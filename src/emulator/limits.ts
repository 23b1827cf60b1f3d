/** The platform's limits (fact sheet §3.2, §4). Tests lower them; the page keeps them. */
export interface Limits {
  /** Sends and replies a second to one chat or person: 230020 above. */
  readonly perChatPerSecond: number;
  /** Updates a second of one message: 230020 above. */
  readonly perMessagePerSecond: number;
  /** Calls a second of one API: 99991400 above. */
  readonly perAppPerSecond: number;
  /** Calls a minute of one API: 99991400 above. */
  readonly perAppPerMinute: number;
  readonly tokenSeconds: number;
  /** How long the client and the platform wait for the webhook. */
  readonly answerMs: number;
  /** When an event that got no 200 is delivered again. */
  readonly redeliverAfterMs: readonly number[];
  /** How late a delivery under the `late` fault is. */
  readonly lateMs: number;
  readonly textBytes: number;
  readonly cardBytes: number;
  /** Messages kept per chat. */
  readonly messagesPerChat: number;
  /** For how long a uuid is remembered. */
  readonly uuidMs: number;
  readonly updateDays: number;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The limits as documented. */
export const platformLimits: Limits = {
  perChatPerSecond: 5,
  perMessagePerSecond: 5,
  perAppPerSecond: 50,
  perAppPerMinute: 1000,
  tokenSeconds: 7200,
  answerMs: 3 * second,
  redeliverAfterMs: [15 * second, 5 * minute, hour, 6 * hour],
  lateMs: 5 * second,
  textBytes: 150 * 1024,
  cardBytes: 30 * 1024,
  messagesPerChat: 500,
  uuidMs: hour,
  updateDays: 14,
};
