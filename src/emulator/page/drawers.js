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

function toggle(name) {
  const isOpen = !document.body.classList.contains(`${name}-open`);
  if (narrow.matches && isOpen) show(name === 'side' ? 'panel' : 'side', false);
  show(name, isOpen);
}

/** The left column and the right panel; on narrow screens both are drawers. */
export function setUpDrawers() {
  byId('open-side').append(icon('menu'));
  byId('toggle-panel').append(icon('panel'));
  byId('open-side').addEventListener('click', () => toggle('side'));
  byId('toggle-panel').addEventListener('click', () => toggle('panel'));
  const closeBoth = () => {
    show('side', false);
    show('panel', false);
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
