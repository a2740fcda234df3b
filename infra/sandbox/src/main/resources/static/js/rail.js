// The left side: who you are, whether Loper runs, language and light.

import { h, icon } from './dom.js';
import { change, idOf, onChange, people, spaced, state } from './state.js';
import { currentLanguage, setLanguage, t } from './words.js';

const rail = document.getElementById('rail');

export function startRail() {
  onChange((keys) => {
    if (keys.some((key) => ['world', 'person', 'product', 'unread', 'others', 'language', 'view'].includes(key))) draw();
  });
  draw();
}

function draw() {
  const writing = rail.contains(document.activeElement) && document.activeElement.closest('form');
  if (!state.world || writing) return;
  rail.replaceChildren(
    h('div', { class: 'brand' }, h('span', { class: 'mark' }), 'Loper', h('small', {}, t('sandbox'))),
    h('p', { class: 'intro' }, t('intro')),
    h('h2', { id: 'who' }, t('who')),
    h('div', { class: 'cast', role: 'group', 'aria-labelledby': 'who' }, people().map(personButton)),
    select(), somebodyElse(), runs(),
    h('h2', {}, t('places')),
    h('nav', { class: 'places' },
      h('a', { href: '/shop/', target: 'sandbox-shop' }, icon('globe'), t('shop')),
      h('a', { href: state.world.productUrl, target: 'loper' }, icon('inbox'), t('inbox'))),
    tabs(), foot());
}

function personButton(person) {
  const chosen = person === state.person;
  return h('button', { class: 'person', 'aria-pressed': String(chosen), click: () => choose(person) },
    h('b', {}, person.name),
    !chosen && isUnread(person) && h('span', { class: 'news' }, t('news')),
    h('span', { class: 'm num', title: person.email }, person.phone ? spaced(person.phone) : person.email));
}

const isUnread = (person) => state.unread.has(person.phone) || state.unread.has(person.email);

function choose(person) {
  localStorage.setItem('sandbox.person', idOf(person));
  const unread = new Set(state.unread);
  unread.delete(person.phone);
  unread.delete(person.email);
  change({ person, unread, lesson: null });
}

function select() {
  return h('select', { class: 'who-select', 'aria-label': t('who'), change: (event) => choose(people()[event.target.selectedIndex]) },
    people().map((person) => h('option', { selected: person === state.person }, isUnread(person) && person !== state.person ? `${person.name} · ${t('news')}` : person.name)));
}

function somebodyElse() {
  const wrong = h('p', { class: 'wrong', role: 'alert', hidden: true });
  const form = h('form', {
    submit: (event) => {
      event.preventDefault();
      const person = Object.fromEntries([...new FormData(form)].map(([key, value]) => [key, value.trim()]));
      const problem = !person.phone && !person.email ? t('needOne')
        : person.phone && !/^\+[1-9]\d{7,14}$/.test(person.phone) ? t('badNumber') : null;
      wrong.hidden = !problem;
      wrong.textContent = problem ?? '';
      if (problem) return;
      person.name ||= person.email || person.phone;
      document.activeElement.blur();
      change({ others: [...state.others, person] });
      localStorage.setItem('sandbox.others', JSON.stringify(state.others));
      choose(person);
    },
  },
  h('input', { class: 'field', name: 'name', placeholder: t('name'), 'aria-label': t('name'), autocomplete: 'off' }),
  h('input', { class: 'field', name: 'phone', placeholder: t('number'), 'aria-label': t('number'), inputmode: 'tel', autocomplete: 'off' }),
  h('input', { class: 'field', name: 'email', placeholder: t('email'), 'aria-label': t('email'), inputmode: 'email', autocomplete: 'off' }),
  wrong,
  h('button', { class: 'btn line' }, t('become')));
  return h('details', { class: 'else' }, h('summary', {}, t('else')), form);
}

function runs() {
  const url = state.world.productUrl;
  return state.product.runs
    ? h('p', { class: 'runs' }, h('b', {}, t('runs')), t('runsAt', { url }))
    : h('p', { class: 'runs not', role: 'status' }, h('b', {}, t('runsNot'), '. '), t('startIt', { url }));
}

function tabs() {
  const tab = (view, name) => h('button', { 'aria-current': String(state.view === view), click: () => change({ view }) }, icon(name, true), t(view));
  return h('nav', { class: 'tabs' }, tab('phone', 'sms'), tab('mail', 'mail'),
    h('a', { href: '/shop/' }, icon('globe', true), t('chat')));
}

function foot() {
  const language = (code, name) => h('button', {
    class: 'btn', 'aria-pressed': String(currentLanguage() === code), 'aria-label': name, lang: code,
    click: () => { setLanguage(code); change({ language: code }); },
  }, code.toUpperCase());
  const dark = isDark();
  return h('div', { class: 'foot' }, language('en', 'English'), language('nl', 'Nederlands'),
    h('button', { class: 'btn r theme', click: () => { setTheme(dark ? 'light' : 'dark'); draw(); } }, icon('moon', true), dark ? t('light') : t('dark')));
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('sandbox.theme', theme);
}
