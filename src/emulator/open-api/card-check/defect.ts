/** Why the platform would not make this card: the sub-code inside 230099 (fact sheet §3.9). */
export class Defect extends Error {
  readonly code: number;
  /** What the platform prints as ErrorValue or ErrPath. */
  readonly value: string;

  constructor(code: number, message: string, value = '') {
    super(message);
    this.name = 'Defect';
    this.code = code;
    this.value = value;
  }
}

/** The sub-codes that the sheet names. */
export const defectCodes = {
  /** Invalid user id in an @ or a person. */
  badPerson: 100290,
  /** Too many elements or tables. */
  overLimit: 11310,
  /** A component of a form without a name. */
  namelessInForm: 200530,
  badChart: 200550,
  /** Unknown property or value that cannot be read; also used for wrong nesting, for which the sheet gives no number. */
  unreadable: 200621,
  unsupportedTag: 200861,
  badRow: 200914,
  undeclaredKey: 200915,
  duplicateElementId: 300301,
  notShared: 300302,
} as const;
