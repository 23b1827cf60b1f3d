/** What a problem's cards are registered under, so that every shown one is updated in place. */
export const problemSubject = {
  desk: (problem: string) => `problem:${problem}:desk`,
  /** One per unit: a unit that refused keeps its own last card and never gets the next unit's. */
  handler: (problem: string, unit: string) => `problem:${problem}:handler:${unit}`,
  entrepreneur: (problem: string) => `problem:${problem}:entrepreneur`,
  rating: (problem: string) => `problem:${problem}:rating`,
};
