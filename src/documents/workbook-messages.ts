import type { ImportedCollection, ImportMoment, ImportPlan } from '../domain/import/import-plan.ts';

/** How far the reading of a workbook is: its file is being opened, its rows are being checked. */
export interface ImportProgress {
  readonly stage: 'open' | 'check';
  /** Rows found so far; 0 while it is being opened. */
  readonly rows: number;
}

/** Documents of the store are handed over in pieces, so that the thread that answers people is never held up. */
export interface BasePiece {
  readonly of: 'base';
  readonly name: ImportedCollection;
  /** As JSON, an array: a text crosses between threads several times faster than its objects. */
  readonly docs: string;
}

/** To the worker: what the store holds, piece by piece, then the file, then a request for each further piece of the plan. */
export type ToWorker =
  | BasePiece
  | { readonly of: 'file'; readonly bytes: Uint8Array; readonly moment: ImportMoment }
  | { readonly of: 'next' };

/** A list of the plan that is too long to be sent whole. */
export interface PlanPiece {
  readonly of: 'piece';
  readonly name: ImportedCollection;
  readonly list: 'added' | 'changed' | 'removed';
  /** As JSON, an array. */
  readonly entries: string;
}

/** From the worker. The plan comes first with its lists empty, then their pieces as they are asked for, then the end. */
export type FromWorker =
  | { readonly of: 'progress'; readonly progress: ImportProgress }
  | { readonly of: 'plan'; readonly plan: ImportPlan }
  | PlanPiece
  | { readonly of: 'end' }
  | { readonly of: 'refused'; readonly say: string }
  | { readonly of: 'failed'; readonly message: string };

/** Documents in one piece: copied within milliseconds. */
export const pieceSize = 1000;
