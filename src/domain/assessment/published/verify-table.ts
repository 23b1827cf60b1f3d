import { canonicalJson, contentHash } from '../../../shared/canonical-json.ts';
import { type PublishedTable, type TableContent, tableContentSchema } from '../records/published-table.ts';
import { remakeTable } from './freeze-table.ts';
import { tableChanges } from './table-changes.ts';

/** What is hashed of a published table. */
export function contentOf(table: TableContent): TableContent {
  return tableContentSchema.parse(table);
}

/** What came of making a published table anew from its own inputs. */
export interface TableVerdict {
  readonly table: TableContent;
  readonly hash: string;
  /** Sentences on what is not as published; empty: everything is reproduced exactly. */
  readonly faults: readonly string[];
}

/** Makes a published table anew and compares every figure and the hash with what was published. */
export function verifyTable(published: PublishedTable): TableVerdict {
  const content = contentOf(published);
  const hash = contentHash(content);
  const table = remakeTable(content);
  const isSame = canonicalJson(table) === canonicalJson(content);
  const changed = isSame ? [] : tableChanges(content, table);
  const faults = [
    ...(hash === published.hash
      ? []
      : [`存档的哈希是 ${published.hash}，按现在的内容算出的是 ${hash}：公布后内容被改动过。`]),
    ...(isSame ? [] : ['按存档的输入重算，结果与公布的不一致：']),
    ...changed,
  ];
  return { table, hash, faults };
}
