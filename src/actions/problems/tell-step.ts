import {
  formerUnitCard,
  problemCardFor,
  problemRatingFor,
  type ShownProblem,
  type SubjectCard,
} from '#cards/enterprise/problem-shown.ts';
import type { Context } from '../../context.ts';
import type { Problem } from '../../domain/enterprise/problem.ts';
import { sidesOf } from '../../domain/enterprise/problem-side.ts';
import { unitsOf } from '../../domain/people/actor.ts';
import { loadActor } from '../../operations/people/load-actor.ts';
import { type ProblemPeople, problemPeople } from '../../operations/problems/problem-people.ts';
import { sightOfProblem } from '../../operations/problems/see-problem.ts';
import type { Notice, Reply, ReplyUpdate } from '../../reply/reply.ts';
import { dayOf } from '../../shared/time.ts';

type Shown = 'desk' | 'handler' | 'entrepreneur' | 'rating';

/** A step that was just taken. */
interface Step {
  /** Which card the presser pressed; it becomes the same card as of now. */
  readonly by: Shown | 'former_unit';
  /** Who gets a card of their own; everybody else's shown cards are only updated in place. */
  readonly told: readonly (keyof ProblemPeople | 'rating')[];
  /** The unit that had it before this step; it keeps a card without buttons. */
  readonly from?: string | null;
  readonly toast: string;
}

type Cards = Readonly<Record<Shown, SubjectCard>>;

/** Which card each of the people gets, and to which accounts it goes. */
const cardOf = {
  desk: 'desk',
  officer: 'desk',
  handler: 'handler',
  entrepreneur: 'entrepreneur',
  rating: 'rating',
} as const;

function cardsOf(shown: ShownProblem): Cards {
  return {
    desk: problemCardFor(shown, ['desk']),
    handler: problemCardFor(shown, ['handler']),
    entrepreneur: problemCardFor(shown, ['entrepreneur']),
    rating: problemRatingFor(shown),
  };
}

function noticesOf(context: Context, told: Step['told'], parts: { cards: Cards; people: ProblemPeople }) {
  return told.flatMap((who): Omit<Notice, 'urgent'>[] => {
    const people = parts.people[who === 'rating' ? 'entrepreneur' : who];
    const others = people.filter((person) => person !== context.actor.openId);
    return others.map((person) => ({ to: { person }, message: parts.cards[cardOf[who]] }));
  });
}

/** Who reads each card by right. */
const sideOf = {
  desk: 'desk',
  handler: 'handler',
  entrepreneur: 'entrepreneur',
  rating: 'entrepreneur',
} as const;

/** Whether an account is still a cadre's of the unit: who has left it since learns nothing new of what it had. */
function isOfUnit({ tx }: Context, unit: string) {
  return async (open_id: string) => unitsOf(await loadActor(tx, { open_id, tenant: '' }, '')).includes(unit);
}

/** Every shown card changes, for who is still on its side of the problem. */
function updatesOf({ tx }: Context, problem: Problem, cards: Cards): ReplyUpdate[] {
  const shown = Object.keys(sideOf) as Shown[];
  return shown.flatMap((each) => {
    const { card, subject } = cards[each];
    const mayRead = async (open_id: string) => {
      // The card was sent to them as to one of the tenant; whether they still belong to it is in the bindings.
      const reader = await loadActor(tx, { open_id, tenant: '' }, '');
      return sidesOf(reader, problem).includes(sideOf[each]);
    };
    return subject === undefined ? [] : [{ card, subject, mayRead }];
  });
}

/** What everybody is shown after a step: the presser's card and every other one change in place, those who must know get a card. */
export async function tellStep(context: Context, problem: Problem, step: Step): Promise<Reply> {
  const { tx, now, calendar, frame } = context;
  const sight = await sightOfProblem(tx, problem, calendar);
  const shown: ShownProblem = { demo: frame.demo, problem: sight, today: dayOf(now) };
  const cards = cardsOf(shown);
  const from = step.from !== problem.unit ? (step.from ?? undefined) : undefined;
  const left =
    from === undefined ? [] : [{ ...formerUnitCard(shown, from), mayRead: isOfUnit(context, from) }];
  const pressed = step.by === 'former_unit' ? left[0] : cards[step.by];
  const notices = noticesOf(context, step.told, { cards, people: await problemPeople(tx, problem) });
  return {
    ...(pressed ? { replace: pressed } : {}),
    updates: [...updatesOf(context, problem, cards), ...left],
    notices: notices.map((notice) => ({ ...notice, urgent: problem.urgency !== 'normal' })),
    toast: { type: 'success', content: step.toast },
  };
}
