/** A button under an error: what the person can do instead. */
interface NextStep {
  readonly text: string;
  /** What it says for the person, e.g. `/help`. */
  readonly say: string;
}

/** An error a person is told about: a stable code, a sentence in Chinese that says what to do, and whether someone must be woken. */
export class StrongError extends Error {
  readonly code: string;
  /** What the chat shows. Never holds ids, stack traces or other people's data. */
  readonly say: string;
  readonly wake: boolean;
  readonly next: readonly NextStep[];

  constructor(
    code: string,
    say: string,
    options: { cause?: unknown; wake?: boolean; next?: readonly NextStep[] } = {},
  ) {
    super(`${code}: ${say}`, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'StrongError';
    this.code = code;
    this.say = say;
    this.wake = options.wake ?? false;
    this.next = options.next ?? [];
  }
}

/** The catalogue: every error that the product raises on purpose has its factory here. */
export const errors = {
  notAllowed: (why: string, who: string, next: readonly NextStep[] = []) =>
    new StrongError('not_allowed', `${why}。${who}。`, { next }),
  unknownPerson: () =>
    new StrongError('unknown_person', '您还没有绑定身份，暂不能使用。请联系本单位管理员在机器人里为您绑定。'),
  badInput: (say: string) => new StrongError('bad_input', say),
  unreadableFile: (say: string, cause?: unknown) => new StrongError('unreadable_file', say, { cause }),
  notFound: (what: string, next: string) => new StrongError('not_found', `没有找到${what}。${next}`),
  staleCard: () => new StrongError('stale_card', '这张卡片已失效，请重新发起。'),
  outdatedCard: () => new StrongError('outdated_card', '卡片内容已经更新，请按最新的卡片操作。'),
  foreignCard: () => new StrongError('foreign_card', '这张卡片不是发给这里的，不能操作。请在原会话里操作。'),
  alreadyDone: (what: string) => new StrongError('already_done', `${what}，无需重复操作。`),
  conflict: (say: string) => new StrongError('conflict', say),
  platformSilent: (cause: unknown) =>
    new StrongError('platform_silent', '飞书暂时没有回应，没有保存任何内容。请稍后再试。', { cause }),
  portClosed: (port: number, why: string, cause: unknown) =>
    new StrongError(
      'port_closed',
      `端口 ${port} ${why}，没有启动。请先停掉占用它的程序，或换一个端口再启动，如：PORT=${port < 1024 ? 3000 : port + 1} npm start`,
      { cause },
    ),
  storeReadOnly: (cause: unknown) =>
    new StrongError('store_read_only', '系统暂时只能查看、不能保存，已通知管理员，请稍后再试。', {
      cause,
      wake: true,
    }),
  unexpected: (reference: string, cause: unknown) =>
    new StrongError(
      'unexpected',
      `系统出了点问题，没有保存任何内容。请稍后再试，或把编号 ${reference} 告诉管理员。`,
      {
        cause,
        wake: true,
      },
    ),
};
