import { become } from './acts.js';
import { fillComposer } from './composer.js';
import { avatar, byId, el } from './dom.js';
import { hideWelcome } from './first-screen.js';
import { state } from './page-state.js';
import { choosePerson } from './people.js';

async function start(openId, sentence) {
  hideWelcome();
  await become(openId);
  if (sentence) fillComposer(sentence);
}

function suggestionCard({ openId, headline, tries }) {
  const person = state.byId.get(openId);
  return el('article', { class: 'suggestion' }, [
    el('button', { type: 'button', class: 'suggestion-person', click: () => start(openId) }, [
      avatar(person.name),
      el('span', { class: 'person-line' }, [
        el('strong', { class: 'suggestion-headline' }, headline),
        el(
          'span',
          { class: 'person-post' },
          [person.name, person.unit, person.title].filter(Boolean).join(' · '),
        ),
      ]),
    ]),
    el('p', { class: 'suggestion-hint', id: `tries-${openId}` }, '可以这样说'),
    el(
      'div',
      { class: 'tries', role: 'group', 'aria-labelledby': `tries-${openId}` },
      tries.map((sentence) =>
        el('button', { type: 'button', class: 'try', click: () => start(openId, sentence) }, sentence),
      ),
    ),
  ]);
}

/** Draws the first screen once. */
export function setUpWelcome() {
  byId('welcome').append(
    el('div', { class: 'welcome-inner' }, [
      el('img', { src: '/logo.svg', alt: '', width: 56, height: 56 }),
      el('h1', { id: 'welcome-title' }, `欢迎使用${state.bot.name}`),
      el(
        'p',
        { class: 'welcome-lead' },
        '这是装在本机的飞书。选一个人，看他能看到什么；都是演示数据，请随便试。',
      ),
      el('div', { class: 'suggestions' }, state.suggestions.map(suggestionCard)),
      el(
        'button',
        { type: 'button', class: 'plain', click: choosePerson },
        `从全部 ${state.people.length} 人里选`,
      ),
    ]),
  );
}
