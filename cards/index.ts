import { benchmarkSamples } from './assessment/benchmark.samples.ts';
import { briefSamples } from './assessment/brief.samples.ts';
import { compareSamples } from './assessment/compare.samples.ts';
import { confirmSamples } from './assessment/confirm.samples.ts';
import { evidenceSamples } from './assessment/evidence.samples.ts';
import { explainSamples } from './assessment/explain.samples.ts';
import { exportSamples } from './assessment/export.samples.ts';
import { exportedSamples } from './assessment/exported.samples.ts';
import { indicatorSamples } from './assessment/indicator.samples.ts';
import { lockSamples } from './assessment/lock.samples.ts';
import { mineSamples } from './assessment/mine.samples.ts';
import { rankingSamples } from './assessment/ranking.samples.ts';
import { reportConfirmSamples } from './assessment/report-confirm.samples.ts';
import { reportCorrectSamples } from './assessment/report-correct.samples.ts';
import { reportFormSamples } from './assessment/report-form.samples.ts';
import { reportRecordedSamples } from './assessment/report-recorded.samples.ts';
import { roadmapSamples } from './assessment/roadmap.samples.ts';
import { unitChoiceSamples } from './assessment/unit-choice.samples.ts';
import { valueSamples } from './assessment/value.samples.ts';
import { whatIfSamples } from './assessment/what-if.samples.ts';
import { enterpriseSamples } from './enterprise/enterprise.samples.ts';
import { problemAnsweredSamples } from './enterprise/problem-answered.samples.ts';
import { gradesSamples } from './grades/grades.samples.ts';
import { publishedSamples } from './published/published.samples.ts';
import { adjustSamples } from './rules/adjust.samples.ts';
import { rulesSamples } from './rules/rules.samples.ts';
import { targetsSamples } from './rules/targets.samples.ts';
import type { CardSample } from './samples.ts';
import { auditSamples } from './system/audit.samples.ts';
import { importSamples } from './system/import.samples.ts';
import { parkedSamples } from './system/parked.samples.ts';
import { systemSamples } from './system/system.samples.ts';

/** Every card in its cases: the one list for the gallery and the tests. */
export const cardSamples: readonly CardSample[] = [
  ...briefSamples,
  ...compareSamples,
  ...explainSamples,
  ...exportSamples,
  ...exportedSamples,
  ...mineSamples,
  ...rankingSamples,
  ...reportConfirmSamples,
  ...reportCorrectSamples,
  ...reportFormSamples,
  ...reportRecordedSamples,
  ...targetsSamples,
  ...rulesSamples,
  ...adjustSamples,
  ...publishedSamples,
  ...gradesSamples,
  ...benchmarkSamples,
  ...confirmSamples,
  ...evidenceSamples,
  ...indicatorSamples,
  ...lockSamples,
  ...valueSamples,
  ...roadmapSamples,
  ...unitChoiceSamples,
  ...whatIfSamples,
  ...enterpriseSamples,
  ...problemAnsweredSamples,
  ...importSamples,
  ...parkedSamples,
  ...systemSamples,
  ...auditSamples,
];
