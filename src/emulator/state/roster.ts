/** A person the page can be. */
export interface EmulatedPerson {
  readonly openId: string;
  readonly name: string;
  /** Post or standing, e.g. `科长`. */
  readonly title: string;
  readonly unit: string;
  /** Where the switcher lists them, e.g. `区领导`, `部门`, `企业家`. */
  readonly group: string;
  readonly roles: readonly string[];
  readonly mobile?: string;
  readonly email?: string;
  /** Has resigned: cannot be written to, and the directory says so. */
  readonly left?: boolean;
  /** Their own tenant key when they are from outside. */
  readonly tenant?: string;
}

/** A group chat. */
export interface EmulatedChat {
  readonly id: string;
  readonly name: string;
  /** What it is registered for, as the chat list shows it. */
  readonly note: string;
  /** `all_staff`: everyone but entrepreneurs. */
  readonly members: 'all_staff' | readonly string[];
}

/** The group of people who are no staff and so in no `all_staff` chat. */
export const outsiders = '企业家';
