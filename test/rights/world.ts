import { loadCalendar } from '#src/config/load-calendar.ts';
import type { Book } from '#src/domain/assessment/scoring/book.ts';
import type { Cadre } from '#src/domain/people/cadre.ts';
import { createKnowledgeCache } from '#src/operations/book/knowledge.ts';
import { dataset } from '#src/seed/dataset.ts';
import type { Doc } from '#src/store/collections.ts';
import { demoStart, demoStore } from '../support/demo-store.ts';
import { alsoAdmin } from './people.ts';
import { marked, type SecretIndex } from './secrets.ts';

/** The instant of every cell: a working morning, so that nothing is held back. */
export const rightsNow = demoStart;

const bound = { bound_by: 'system', bound_at: demoStart };

function markedProblem(problem: Doc<'problems'>): Doc<'problems'> {
  const { answer, public_reason } = problem;
  return {
    ...problem,
    text: marked.text(problem.id),
    answer: answer && marked.answer(problem.id),
    public_reason: public_reason && marked.answer(problem.id),
  };
}

/** Every value and every problem's words get a mark of their own, so that whatever shows them is recognised for certain. */
async function mark({ store }: Awaited<ReturnType<typeof demoStore>>): Promise<void> {
  await store.write({ at: demoStart, who: 'test', what: 'mark' }, async (tx) => {
    const assignments = await tx.all('assignments');
    const places = new Map(assignments.map(({ indicator, unit }, at) => [`${unit}:${indicator}`, at]));
    for (const report of await tx.all('reports')) {
      const at = places.get(`${report.unit}:${report.indicator}`);
      if (at !== undefined) await tx.put('reports', { ...report, value: marked.value(report.value, at) });
    }
    for (const problem of await tx.all('problems')) await tx.put('problems', markedProblem(problem));
    await tx.delete('bindings', 'ou_demo_C022');
    await tx.put('bindings', { id: 'ou_demo_admin', admin: true, ...bound });
    await tx.put('bindings', { id: `ou_demo_${alsoAdmin}`, cadre: alsoAdmin, admin: true, ...bound });
    await tx.put('chats', {
      id: 'oc_demo_full',
      kind: 'public_ranking',
      full: true,
      registered_by: 'test',
      registered_at: demoStart,
    });
  });
}

/** A few lines of the trail with something to betray in each, as a day leaves them: the loading itself is too large to be told. */
async function leaveTrail({ store }: Awaited<ReturnType<typeof demoStore>>): Promise<void> {
  const { report, problem } = await store.read(async (tx) => {
    const problems = await tx.all('problems');
    const reports = (await tx.all('reports')).filter(({ unit }) => unit === 'U01');
    return { report: reports.at(-1), problem: problems.at(0) };
  });
  if (!report || !problem) throw new Error('the demonstration has no report of U01 or no problem');
  const acts = [
    { who: 'ou_demo_C020', what: 'press.report.confirm', put: { reports: report } },
    { who: 'ou_demo_C055', what: 'press.problem.accept', put: { problems: problem } },
    {
      who: 'ou_demo_C056',
      what: 'press.bind.submit',
      put: { bindings: { id: 'ou_demo_C020', cadre: 'C020', ...bound } },
    },
  ];
  for (const { who, what, put } of acts) {
    await store.write({ at: demoStart, who, what }, async (tx) => {
      if (put.reports) await tx.put('reports', put.reports);
      if (put.problems) await tx.put('problems', put.problems);
      if (put.bindings) await tx.put('bindings', put.bindings);
    });
  }
}

/** The demonstration district as it stands when it begins, every secret of it marked. */
export async function rightsWorld() {
  const seeded = await demoStore();
  await mark(seeded);
  await leaveTrail(seeded);
  const calendar = loadCalendar(['data/seed'], [2025, 2026, 2027]);
  const knowledge = createKnowledgeCache(calendar);
  const { book, cadres, problems } = await seeded.store.read(async (tx) => ({
    book: await knowledge.book(tx),
    cadres: await tx.all('cadres'),
    problems: await tx.all('problems'),
  }));
  const enterprises = dataset.enterprises('data/demo');
  const secrets: SecretIndex = {
    units: book.input.units,
    assignments: book.input.assignments,
    problems: problems.map(({ id, tracking_code: code }) => ({ id, code })),
    phones: [
      ...enterprises.map(({ id, phone }) => ({ enterprise: id, phone })),
      ...dataset.problems('data/demo').map(({ enterprise, phone }) => ({ enterprise, phone })),
    ],
  };
  return { ...seeded, calendar, knowledge, book, cadres, problems, secrets };
}

/** The seeded store with what is needed to run cells on it. */
export type RightsWorld = Omit<Awaited<ReturnType<typeof rightsWorld>>, 'book' | 'cadres'> & {
  readonly book: Book;
  readonly cadres: readonly Cadre[];
};
