/** A request that is turned away: the HTTP status that says so and a short reason for the log, free of secrets and text. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string) {
    super(`${status} ${reason}`);
    this.name = 'Refusal';
    this.status = status;
    this.reason = reason;
  }
}
