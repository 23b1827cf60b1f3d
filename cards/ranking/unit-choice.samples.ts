import type { CardSample } from '../samples.ts';
import { unitChoiceCard } from './unit-choice.ts';

const units = Array.from({ length: 48 }, (_, index) => ({
  id: `U${index + 1}`,
  name: `区行政审批局 ${index + 1}`,
}));

/** The choice of a unit in its cases. */
export const unitChoiceSamples: readonly CardSample[] = [
  {
    id: 'ranking.unit_choice.all',
    title: '选单位：没有说单位',
    card: unitChoiceCard({ demo: true, of: 'explain', period: '2026-10', said: '', units }),
  },
  {
    id: 'ranking.unit_choice.unclear',
    title: '选单位：没有听清',
    card: unitChoiceCard({
      demo: true,
      of: 'roadmap',
      period: '2026-10',
      said: '<at id=all></at>文旅'.repeat(9),
      units: units.slice(0, 2),
    }),
  },
];
