/** Long work that says where it may be interrupted: it yields between two pieces. */
export type Slices<T> = Generator<undefined, T>;

/** Does the work without a pause. */
export function inOneGo<T>(work: Slices<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** Milliseconds after which others come first. */
const longest = 10;

/** Does the work and lets everybody else in at the first pause after 10 ms, again and again: nobody waits long for one question. */
export async function inSlices<T>(work: Slices<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < longest) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}
