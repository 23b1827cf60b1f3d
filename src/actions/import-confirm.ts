import { z } from 'zod';
import { importCard } from '#cards/system/import.ts';
import { importConfirm as button } from '#cards/system/import-buttons.ts';
import { importToldCard } from '#cards/system/import-told.ts';
import type { Context, LookUpSources } from '../context.ts';
import { planWorkbook } from '../documents/plan-workbook.ts';
import type { ImportPlan } from '../domain/import/import-plan.ts';
import type { ImportRecord } from '../domain/import/import-record.ts';
import { applyImport } from '../operations/apply-import.ts';
import { importSources, importVersion } from '../operations/import-base.ts';
import { loadImport } from '../operations/load-import.ts';
import { allowedPlan, openedImport } from '../operations/open-import.ts';
import { planDigest } from '../operations/plan-digest.ts';
import { importMark } from '../operations/trail-filter.ts';
import { errors } from '../shared/errors.ts';
import { defineAction } from './define-action.ts';

/** The workbook read again against what the store holds now. */
interface Reread {
  readonly plan: ImportPlan;
  readonly foreign: number;
  readonly locked: number;
  readonly digest: string;
  /** Of the state that it was planned against. */
  readonly version: string;
}
