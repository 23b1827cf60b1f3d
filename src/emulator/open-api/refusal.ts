/** The platform says no: its code, the HTTP status it comes with, and headers if any. */
export class Refusal extends Error {
  readonly code: number;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: number,
    message: string,
    answer: { status?: number; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.status = answer.status ?? 400;
    this.headers = answer.headers ?? {};
  }
}
