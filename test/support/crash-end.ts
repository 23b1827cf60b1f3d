/** Where to leave what must be undone at the end: a test's `onTestFinished`, or a program's own list. */
export type OnEnd = (undo: () => Promise<void> | void) => void;
