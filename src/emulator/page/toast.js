import { byId, el } from './dom.js';

const shownMs = 4200;

/** Shows a sentence for a moment, in the place of the one before. */
export function toast(type, content) {
  const node = el('div', { class: ['toast', `toast-${type}`] }, content);
  byId('toasts').replaceChildren(node);
  setTimeout(() => node.remove(), shownMs);
}

/** Runs something that may fail and shows the sentence when it does. */
export async function told(work) {
  try {
    return await work();
  } catch (error) {
    toast('error', error instanceof Error ? error.message : '没有成功');
    return undefined;
  }
}
