import type { ImportedCollection } from '../../domain/import/plan/import-plan.ts';
import type { MarkedPreview, PlanSetting } from './draw-up-plan.ts';

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

/** To the worker: what the store holds, piece by piece, then the file, then a request for each piece of what would change. */
export type ToWorker =
  | BasePiece
  | ({ readonly of: 'file'; readonly bytes: Uint8Array } & Omit<PlanSetting, 'base'>)
  | { readonly of: 'next' };

/** A part of one list of what would change. */
export interface PlanPiece {
  readonly of: 'piece';
  readonly name: ImportedCollection;
  readonly list: 'added' | 'changed' | 'removed';
  /** As JSON, an array. */
  readonly entries: string;
}

/** From the worker. The preview comes first; what would change comes only as it is asked for, and then the end. */
export type FromWorker =
  | { readonly of: 'progress'; readonly progress: ImportProgress }
  | { readonly of: 'preview'; readonly preview: MarkedPreview }
  | PlanPiece
  | { readonly of: 'end' }
  | { readonly of: 'refused'; readonly say: string }
  | { readonly of: 'failed'; readonly message: string };

/** Documents in one piece: copied within milliseconds. */
export const pieceSize = 1000;
