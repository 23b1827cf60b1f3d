import { byId } from './dom.js';

/** The first screen: whom to be, and what to try. */
export function showWelcome() {
  byId('welcome').hidden = false;
  document.body.classList.add('welcoming');
}

/** Away with the first screen. */
export function hideWelcome() {
  byId('welcome').hidden = true;
  document.body.classList.remove('welcoming');
}
