import type { TaskForce } from '../../assessment/records/task-force.ts';
import { foldWords, listed } from '../cells/cell-text.ts';
import { type Desk, lay, nextId } from '../lines/desk.ts';
import { findPerson, foldPerson, type Roster, rosterOf } from '../lines/find-person.ts';
import { type Complaint, complainAt, type Line, soundLines, textAt } from '../lines/line.ts';
import type { NameBook } from '../lines/name-book.ts';
import type { Table } from '../table/read-table.ts';

interface Known {
  readonly book: NameBook;
  readonly roster: Roster;
}

type Read<T> = { readonly value: T } | { readonly complaint: Complaint };

/** The task force with a name, undefined when there is none. */
export function taskForceNamed(desk: Desk, name: string): TaskForce | undefined {
  const wanted = foldWords(name).replace(/专班$/, '');
  return [...desk.docs.task_forces.values()].find(
    (one) => foldWords(one.name).replace(/专班$/, '') === wanted,
  );
}

function unitsOf(text: string, { book }: Known): Read<string[]> {
  const names = listed(text);
  const unknown = names.filter((name) => book.idsOf(name).length !== 1);
  if (unknown.length === 0) return { value: [...new Set(names.flatMap((name) => book.idsOf(name)))] };
  const near = unknown.map((name) => book.near(name)).find((words) => words !== '');
  return {
    complaint: {
      say: `单位“${unknown.join('、')}”不在单位名册中。${near ? `相近的有：${near}。` : ''}`,
      remedy: '改为名册中的单位名称、简称或别名，或先在单位名册中增加该单位。',
    },
  };
}

function peopleOf(text: string, { roster }: Known, where: { unit?: string; role: string }): Read<string[]> {
  const found = listed(text).map((name) => findPerson(name, roster, where));
  const wrong = found.find((one) => !('id' in one));
  if (wrong && !('id' in wrong)) return { complaint: wrong };
  return { value: found.flatMap((one) => ('id' in one ? [one.id] : [])) };
}

function groupOf(text: string, known: Known): Read<TaskForce['guidance'][number]> {
  const [, name = '', rest = ''] = /^([^:：]+)[:：](.+)$/u.exec(text) ?? [];
  const [target = '', leaders = '', departments = '', more] = rest.split(/[｜|]/u);
  const targets = unitsOf(target, known);
  const led = peopleOf(leaders, known, { role: '区领导' });
  const members = unitsOf(departments, known);
  for (const read of [targets, led, members]) if ('complaint' in read) return read;
  if (!('value' in targets) || !('value' in led) || !('value' in members)) throw new Error('unreachable');
  const [only] = targets.value;
  if (more !== undefined || only === undefined || targets.value.length > 1) {
    return {
      complaint: {
        say: `指导组“${text}”读不出对象、区领导和部门。`,
        remedy: '一组一行，按“组名：对象｜区领导｜部门”填写。',
      },
    };
  }
  return { value: { name: name.trim(), target: only, leaders: led.value, departments: members.value } };
}

function guidanceOf(text: string, known: Known): Read<TaskForce['guidance']> {
  const groups: TaskForce['guidance'] = [];
  for (const entry of text.split(/\n|；|;/u).map((one) => one.trim())) {
    if (entry === '') continue;
    const read = groupOf(entry, known);
    if ('complaint' in read) return read;
    groups.push(read.value);
  }
  return { value: groups };
}

/** Reads the line's fields one after another; the first that is wrong refuses the line. */
function taskForceOf(desk: Desk, line: Line, known: Known): TaskForce | undefined {
  const name = textAt(line, 'name');
  const before = taskForceNamed(desk, name);
  let wrong = name === '';
  function read<T>(field: string, made: (text: string) => Read<T>, old: T | undefined): T | undefined {
    const text = textAt(line, field);
    if (text === '' && old !== undefined) return old;
    const result = made(text);
    if ('value' in result) return result.value;
    if (!wrong) complainAt(desk, { ...line, at: field }, result.complaint);
    wrong = true;
    return undefined;
  }
  const leader = read(
    'leader',
    (text) => peopleOf(text, known, { role: '牵头区领导' }),
    before && [before.leader],
  );
  const office = read('office', (text) => unitsOf(text, known), before && [before.office_unit]);
  const members = read('members', (text) => unitsOf(text, known), before?.members ?? []);
  const where = { role: '联络员', ...(office?.[0] ? { unit: office[0] } : {}) };
  const contacts = read('contacts', (text) => peopleOf(text, known, where), before?.office_contacts ?? []);
  const guidance = read('guidance', (text) => guidanceOf(text, known), before?.guidance ?? []);
  const [led, seat] = [leader?.[0], office?.[0]];
  if (!wrong && (!led || !seat))
    complainAt(
      desk,
      { ...line, at: led ? 'office' : 'leader' },
      {
        say: '没有填写牵头区领导或办公室所在单位。',
        remedy: '补充后重新导入。',
      },
    );
  if (wrong || !led || !seat || !members || !contacts || !guidance) return undefined;
  return {
    id: before?.id ?? nextId(desk, 'task_forces'),
    name,
    leader: led,
    leader_name: desk.docs.cadres.get(led)?.name ?? foldPerson(textAt(line, 'leader')),
    office_unit: seat,
    office_contacts: contacts,
    members,
    indicators: before?.indicators ?? [],
    guidance,
  };
}

/** Plans 专班名册; which indicators a task force has, the list of indicators says. */
export function planTaskForces(desk: Desk, tables: readonly Table[], book: NameBook): void {
  const known = { book, roster: rosterOf(desk.docs.cadres.values()) };
  const seen = new Map<string, Line>();
  for (const line of soundLines(desk, tables)) {
    const name = foldWords(textAt(line, 'name'));
    const earlier = seen.get(name);
    if (earlier || name === '') {
      complainAt(
        desk,
        { ...line, at: 'name' },
        {
          say: earlier
            ? `专班“${textAt(line, 'name')}”与第${earlier.row.number}行重复。`
            : '没有填写专班名称。',
          remedy: '改正或删除该行后重新导入。',
        },
      );
      continue;
    }
    seen.set(name, line);
    const taskForce = taskForceOf(desk, line, known);
    if (taskForce) lay(desk, 'task_forces', taskForce);
  }
}
