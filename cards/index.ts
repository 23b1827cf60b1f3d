import { briefSamples } from './brief/brief.samples.ts';
import { enterpriseSamples } from './enterprise/enterprise.samples.ts';
import { problemAnsweredSamples } from './enterprise/problem-answered.samples.ts';
import { problemSupplementSamples } from './enterprise/problem-supplement.samples.ts';
import { ticketListSamples } from './enterprise/ticket-list.samples.ts';
import { exportSamples } from './export/export.samples.ts';
import { exportedSamples } from './export/exported.samples.ts';
import { gradesSamples } from './grades/grades.samples.ts';
import { benchmarkSamples } from './indicators/benchmark.samples.ts';
import { indicatorSamples } from './indicators/indicator.samples.ts';
import { publishedSamples } from './published/published.samples.ts';
import { compareSamples } from './ranking/compare.samples.ts';
import { explainSamples } from './ranking/explain.samples.ts';
import { rankingSamples } from './ranking/ranking.samples.ts';
import { roadmapSamples } from './ranking/roadmap.samples.ts';
import { unitChoiceSamples } from './ranking/unit-choice.samples.ts';
import { whatIfSamples } from './ranking/what-if.samples.ts';
import { mineSamples } from './reporting/mine.samples.ts';
import { reportConfirmSamples } from './reporting/report-confirm.samples.ts';
import { reportCorrectSamples } from './reporting/report-correct.samples.ts';
import { reportFormSamples } from './reporting/report-form.samples.ts';
import { reportRecordedSamples } from './reporting/report-recorded.samples.ts';
import { adjustSamples } from './rules/adjust.samples.ts';
import { rulesSamples } from './rules/rules.samples.ts';
import { targetsSamples } from './rules/targets.samples.ts';
import type { CardSample } from './samples.ts';
import { auditSamples } from './system/audit.samples.ts';
import { importSamples } from './system/import.samples.ts';
import { parkedSamples } from './system/parked.samples.ts';
import { systemSamples } from './system/system.samples.ts';
import { confirmSamples } from './values/confirm.samples.ts';
import { evidenceSamples } from './values/evidence.samples.ts';
import { lockSamples } from './values/lock.samples.ts';
import { valueSamples } from './values/value.samples.ts';

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
  ...problemSupplementSamples,
  ...ticketListSamples,
  ...importSamples,
  ...parkedSamples,
  ...systemSamples,
  ...auditSamples,
];
