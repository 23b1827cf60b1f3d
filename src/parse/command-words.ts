/** The words by which a command is said. */
export interface CommandWords {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Whether people say its word last as well: 镇街排名. */
  readonly saidLast?: boolean | undefined;
}
