/** The words by which a command is said. */
export interface CommandWords {
  readonly name: string;
  readonly aliases: readonly string[];
}
