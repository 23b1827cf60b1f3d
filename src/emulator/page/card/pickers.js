import { el } from '../dom.js';
import { field } from './field.js';

/** Clients add the offset of the person's zone (fact sheet §2.2). */
const offset = ' +0800';

function picker(type, initialKey) {
  return (element, card) => {
    const node = el('input', { class: 'control control-date', type });
    const reset = () => {
      node.value = String(element[initialKey] ?? '').replace(' ', 'T');
    };
    reset();
    const read = () => (node.value === '' ? '' : node.value.replace('T', ' ') + offset);
    return field(element, card, {
      node,
      reset,
      read,
      press: () => ({ option: read(), timezone: 'Asia/Shanghai' }),
    });
  };
}

/** The `date_picker` component. */
export const datePicker = picker('date', 'initial_date');

/** The `picker_time` component. */
export const timePicker = picker('time', 'initial_time');

/** The `picker_datetime` component. */
export const datetimePicker = picker('datetime-local', 'initial_datetime');
