import { compareSamples } from './assessment/compare.samples.ts';
import { explainSamples } from './assessment/explain.samples.ts';
import { mineSamples } from './assessment/mine.samples.ts';
import { rankingSamples } from './assessment/ranking.samples.ts';
import { reportConfirmSamples } from './assessment/report-confirm.samples.ts';
import { reportCorrectSamples } from './assessment/report-correct.samples.ts';
import { reportFormSamples } from './assessment/report-form.samples.ts';
import { reportRecordedSamples } from './assessment/report-recorded.samples.ts';
import { roadmapSamples } from './assessment/roadmap.samples.ts';
import { whatIfSamples } from './assessment/what-if.samples.ts';
import { enterpriseSamples } from './enterprise/enterprise.samples.ts';
import type { CardSample } from './samples.ts';
import { auditSamples } from './system/audit.samples.ts';
import { parkedSamples } from './system/parked.samples.ts';
import { systemSamples } from './system/system.samples.ts';

/** Every card in its cases: the one list for the gallery and the tests. */
export const cardSamples: readonly CardSample[] = [
  ...compareSamples,
  ...explainSamples,
  ...mineSamples,
  ...rankingSamples,
  ...reportConfirmSamples,
  ...reportCorrectSamples,
  ...reportFormSamples,
  ...reportRecordedSamples,
  ...roadmapSamples,
  ...whatIfSamples,
  ...enterpriseSamples,
  ...parkedSamples,
  ...systemSamples,
  ...auditSamples,
];
