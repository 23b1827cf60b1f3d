/** The words by which a command is said. */
export interface CommandWords {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Its words that people ask for by themselves: 我要报数. */
  readonly askedAlone?: readonly string[] | undefined;
  /** Its words that people say last as well: 镇街排名. */
  readonly saidLast?: readonly string[] | undefined;
}
