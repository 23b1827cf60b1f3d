/** What a card may hold at most: below the platform's own limits (fact sheet §3.2), which were seen to bite early. */
export const limits = {
  /** Of the request's body; the platform's is 30 KB. */
  bytes: 28 * 1024,
  /** Elements and text objects; the platform's is 200, and 180 was measured to pass. */
  elements: 180,
  /** Table components and tables in markdown; the platform's is 5. */
  tables: 4,
  charts: 5,
  /** Containers within containers. */
  nesting: 5,
} as const;
