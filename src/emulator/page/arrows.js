const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function target(items, at, key) {
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  return items[Math.min(items.length - 1, Math.max(0, at + steps[key]))];
}

/** Lets the arrow keys, Home and End walk through the buttons and links of a list; from a search field only the arrow down. */
export function walkByArrows(list) {
  list.addEventListener('keydown', (event) => {
    const isText = event.target.matches('input, textarea, select');
    if (event.altKey || event.ctrlKey || event.metaKey || (isText && event.key !== 'ArrowDown')) return;
    if (!(event.key in steps) && event.key !== 'Home' && event.key !== 'End') return;
    const items = [...list.querySelectorAll('button, a[href]')].filter((item) => item.offsetParent);
    const next = isText ? items.find((item) => item.closest('[data-hits]')) : undefined;
    (next ?? target(items, items.indexOf(document.activeElement), event.key))?.focus();
    event.preventDefault();
  });
}
