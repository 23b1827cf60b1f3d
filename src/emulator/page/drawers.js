import { byId } from './dom.js';
import { icon } from './icons.js';
import { on } from './page-state.js';

const narrow = matchMedia('(max-width: 700px)');
const roomy = matchMedia('(min-width: 1180px)');

function show(name, isOpen) {
  document.body.classList.toggle(`${name}-open`, isOpen);
  byId(name === 'side' ? 'open-side' : 'toggle-panel').setAttribute('aria-expanded', String(isOpen));
  byId(name).inert = !isOpen && (name === 'panel' || narrow.matches);
  byId('scrim').hidden = !(narrow.matches && document.body.matches('.side-open, .panel-open'));
}

/** Opened over the page, a drawer takes the focus; closed, it gives it back to its button. */
function moveFocus(name, isOpen) {
  const button = byId(name === 'side' ? 'open-side' : 'toggle-panel');
  const first = byId(name).querySelector('button, a[href], [tabindex="0"]');
  if (isOpen && narrow.matches) first?.focus();
  else if (!isOpen) button.focus();
}

function toggle(name) {
  const isOpen = !document.body.classList.contains(`${name}-open`);
  if (narrow.matches && isOpen) show(name === 'side' ? 'panel' : 'side', false);
  show(name, isOpen);
  moveFocus(name, isOpen);
}

/** The left column and the right panel; on narrow screens both are drawers. */
export function setUpDrawers() {
  byId('open-side').append(icon('menu'));
  byId('toggle-panel').append(icon('panel'));
  byId('open-side').addEventListener('click', () => toggle('side'));
  byId('toggle-panel').addEventListener('click', () => toggle('panel'));
  const closeBoth = () => {
    const open = ['side', 'panel'].find((name) => document.body.classList.contains(`${name}-open`));
    show('side', false);
    show('panel', false);
    if (open) moveFocus(open, false);
  };
  byId('scrim').addEventListener('click', closeBoth);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && narrow.matches && closeBoth());
  on(['room'], () => narrow.matches && show('side', false));
  const settle = () => {
    show('side', !narrow.matches);
    show('panel', roomy.matches);
  };
  narrow.addEventListener('change', settle);
  settle();
}
