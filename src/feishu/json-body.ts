/** So much content that goes to many is kept as bytes; the oldest goes first. */
const mostKept = 300;

/** JSON bodies of requests, as bytes. A card that is shown to many is turned into bytes once: most of a request's cost is that. */
export interface JsonBodies {
  /** Says that this content will come again. */
  share(content: string): void;
  of(data: unknown): Buffer;
}

function contentOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('content' in data)) return undefined;
  return typeof data.content === 'string' ? data.content : undefined;
}

/** Builds the bodies of one client. */
export function createJsonBodies(): JsonBodies {
  const shared = new Map<string, Buffer>();
  return {
    share(content) {
      if (shared.has(content)) return;
      if (shared.size >= mostKept) shared.delete(shared.keys().next().value ?? '');
      shared.set(content, Buffer.from(`{"content":${JSON.stringify(content)}`));
    },
    of(data) {
      const content = contentOf(data);
      const begun = content === undefined ? undefined : shared.get(content);
      if (begun === undefined) return Buffer.from(JSON.stringify(data));
      const rest = JSON.stringify({ ...Object(data), content: undefined });
      return Buffer.concat([begun, Buffer.from(rest === '{}' ? '}' : `,${rest.slice(1)}`)]);
    },
  };
}
