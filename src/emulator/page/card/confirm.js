import { el } from '../dom.js';
import { textNodes } from './text.js';

/** Asks before an act that wants confirmation; resolves true when the person agrees or nothing is asked. */
export function confirmed(confirm, card) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const close = (agreed) => () => {
      dialog.close();
      dialog.remove();
      resolve(agreed);
    };
    const dialog = el('dialog', { class: 'dialog confirm', cancel: close(false), 'aria-label': '请确认' }, [
      el('h2', {}, textNodes(confirm.title, card)),
      confirm.text && el('p', {}, textNodes(confirm.text, card)),
      el('div', { class: 'dialog-actions' }, [
        el('button', { type: 'button', class: 'plain', click: close(false) }, '取消'),
        el('button', { type: 'button', class: 'primary', click: close(true) }, '确定'),
      ]),
    ]);
    document.body.append(dialog);
    dialog.showModal();
  });
}
