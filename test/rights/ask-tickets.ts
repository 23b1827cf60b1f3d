import { type Ask, toAskerAlone } from './ask.ts';
import { holdsOne, isStaff, sideOf } from './oracle.ts';
import type { Person } from './people.ts';
import type { RightsWorld } from './world.ts';

function closedProblem(world: RightsWorld, enterprise: string) {
  const problem = world.problems.find((each) => each.enterprise === enterprise && each.state === 'closed');
  if (!problem) throw new Error(`${enterprise} has no closed problem`);
  return problem;
}

/** `/ticket CODE`: to the asker alone, and the text only to who has a side of it. */
export function ticketAsk(world: RightsWorld, label: string, enterprise: string): Ask {
  const problem = closedProblem(world, enterprise);
  return {
    label,
    say: () => `/工单 ${problem.tracking_code}`,
    problems: () => [problem],
    expect: (who, chat) => (mayAskTickets(who) ? toAskerAlone(chat) : 'refused'),
    shows: (who) => (sideOf(who, problem) === undefined ? [] : [`text:${problem.id}`]),
  };
}

/** A tracking code within a sentence: the problem for whoever may see it; an entrepreneur otherwise reads that there is none, staff that nothing was understood. */
export function codeAsk(world: RightsWorld, label: string, enterprise: string): Ask {
  const problem = closedProblem(world, enterprise);
  const mayRead = (who: Person) => mayAskTickets(who) && sideOf(who, problem) !== undefined;
  return {
    ...ticketAsk(world, label, enterprise),
    say: () => `我的诉求 ${problem.tracking_code} 办得怎么样了`,
    expect: (who, chat) => {
      if (!isStaff(who) && !who.enterprise) return 'refused';
      return mayRead(who) || who.enterprise ? toAskerAlone(chat) : 'here';
    },
    shows: (who) => (mayRead(who) ? [`text:${problem.id}`] : []),
  };
}

/** Who may ask for tickets at all. */
export const mayAskTickets = (who: Person) => holdsOne(who, 'entrepreneur', 'enterprise_desk', 'cadre');
