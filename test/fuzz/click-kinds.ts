import type { Chance } from '../support/crash-random.ts';
import type { Kind, Make, Shot, ShownButton, Target } from './fuzz-request.ts';
import { oddJson, oddShape, oddText, spoiltAt } from './odd-values.ts';
import { clickEvent, signed } from './sealed-event.ts';

const strangers = [
  'ou_stranger',
  'ou_demo_C160',
  'ou_demo_C002',
  'ou_demo_C012',
  'ou_demo_E009',
  'ou_demo_E010',
];

const nothing: ShownButton = { message: 'om_none', chat: 'oc_none', reader: '', value: {} };

const buttonOf = (chance: Chance, { buttons }: Target) => chance.one(buttons) ?? nothing;

/** Field names of every form, with values that a client would send. */
const filled = {
  text: '请尽快修复。',
  category: '用地',
  urgency: 'urgent',
  indicator: 'XM-10',
  unit: 'U06',
  period: '2026-10',
  value: '84.3',
  value_0: '12.3',
  end: 'solved',
  kind: 'leaders',
  contact: '13900000160',
  roster: 'C161',
  reason: '不属于本单位职责。',
};

const press = (click: { person: string; message: string; chat: string }, action: object): Shot =>
  signed(clickEvent(click, action), [200]);

/** The card was never sent, or not to that chat. */
function foreignCard(chance: Chance, target: Target): Shot {
  const { message, chat, reader, value } = buttonOf(chance, target);
  const elsewhere = chance.one([
    { message: `om_foreign_${Math.floor(chance.number(1e6))}`, chat },
    { message, chat: 'oc_demo_ranking' },
    { message, chat: `oc_foreign_${Math.floor(chance.number(1e6))}` },
    { message: 'om___proto__', chat: 'oc_constructor' },
  ]);
  return press(
    { person: reader || 'ou_demo_C045', ...(elsewhere ?? nothing) },
    { value, form_value: filled },
  );
}

/** Somebody else presses what another person was shown. */
function othersCard(chance: Chance, target: Target): Shot {
  const { message, chat, reader, value } = buttonOf(chance, target);
  const others = strangers.filter((person) => person !== reader);
  return press({ person: chance.one(others) ?? 'ou_stranger', message, chat }, { value, form_value: filled });
}

/** Keys that reach prototypes are taken out before anybody looks, so something else is changed beside them. */
const poisoned = (value: object) => ({ ...value, ['__proto__']: { x: 1 }, constructor: { x: 1 }, x: 1 });

/** Its own reader presses a button that the card does not show. */
function tamperedValue(chance: Chance, target: Target): Shot {
  const shown = buttonOf(chance, target);
  const other = buttonOf(chance, target);
  const made = [
    () => spoiltAt(chance, shown.value),
    () => ({ ...shown.value, [chance.one(['x', 'draft', 'problem']) ?? 'x']: oddJson(chance) }),
    () => ({ ...shown.value, action: chance.one(['__proto__', 'constructor', 'toString', oddText(chance)]) }),
    () => ({ ...shown.value, action: { toString: oddJson(chance), valueOf: null } }),
    () => poisoned(shown.value),
    () => ({ action: 'problem.close', problem: 'P0001' }),
    () => ({ say: `/绑定 ${oddText(chance)}` }),
    () => ({ ...other.value, from: shown.message }),
    () => JSON.parse(`{"a":${'['.repeat(40)}${']'.repeat(40)}}`),
    () => oddJson(chance),
  ];
  const tampered = chance.one(made)?.();
  // By chance the same as what is shown: then it would be no tampering.
  const value = JSON.stringify(tampered) === JSON.stringify(shown.value) ? poisoned(shown.value) : tampered;
  const click = { ...shown, person: shown.reader || 'ou_demo_C045' };
  return signed(clickEvent(click, { value, form_value: filled }), [200, 400]);
}

/** Buttons whose press means nothing without the words of their form. */
const needsForm =
  /^(bind\.submit|report\.(correct_)?submit|problem\.(submit|assign|answer|close|return|refuse))$/;

/** The reader presses the very button, but what comes with it has no text anywhere. */
function wrongForm(chance: Chance, target: Target): Shot {
  const forms = target.buttons.filter(({ value }) => needsForm.test(String(value.action)));
  const { message, chat, reader, value } = chance.one(forms) ?? nothing;
  const form_value = Object.fromEntries(Object.keys(filled).map((name) => [name, oddShape(chance)]));
  const form = chance.one<unknown>([form_value, {}, [], null, oddShape(chance)]);
  const click = { person: reader || 'ou_demo_C045', message, chat };
  return signed(clickEvent(click, { value, form_value: form, option: oddShape(chance) }), [200, 400]);
}

const kind = (name: string, weight: number, make: Make): Kind => ({ name, weight, make });

/** Genuine presses that may have no effect: foreign cards, other people's, tampered payloads, forms of wrong types. */
export const clickKinds: readonly Kind[] = [
  kind('foreign card', 4, foreignCard),
  kind("another's card", 4, othersCard),
  kind('tampered value', 5, tamperedValue),
  kind('wrong form', 3, wrongForm),
];
