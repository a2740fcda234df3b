// Puts the parts together and keeps them fresh.

import { getProduct, getWorld } from './api.js';
import { h } from './dom.js';
import { refreshMail, startMail } from './mail.js';
import { refreshPhone, startPhone } from './phone.js';
import { startRail } from './rail.js';
import { change, firstName, idOf, onChange, people, state } from './state.js';
import { t } from './words.js';

const desk = document.querySelector('.desk');
const lesson = document.getElementById('lesson');

document.documentElement.dataset.theme = localStorage.getItem('sandbox.theme')
  ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

onChange((keys) => {
  if (keys.includes('view')) {
    desk.dataset.view = state.view;
    history.replaceState(null, '', `#${state.view}`);
  }
  if (keys.some((key) => ['lesson', 'person', 'language'].includes(key))) drawLesson();
});

function drawLesson() {
  if (!state.person) return;
  const { key, values, text } = state.lesson ?? { key: 'lessonStart', values: { name: firstName(state.person) } };
  lesson.replaceChildren(h('b', {}, t('here')), h('span', {}, text ?? t(key, values)));
}

/** News of somebody else is marked beside their name. */
function hear(address, mine, refresh) {
  if (address === mine) return refresh();
  if (people().some((person) => person.phone === address || person.email === address)) {
    change({ unread: new Set(state.unread).add(address) });
  }
}

function listen() {
  const events = new EventSource('/api/events');
  events.addEventListener('world', () => { refreshPhone(); refreshMail(); });
  events.addEventListener('phone', (event) => hear(JSON.parse(event.data).number, state.person.phone, refreshPhone));
  events.addEventListener('mail', (event) => hear(JSON.parse(event.data).address, state.person.email, refreshMail));
}

async function watchProduct() {
  const product = await getProduct().catch(() => state.product);
  if (product.runs !== state.product.runs) change({ product });
  setTimeout(watchProduct, 4000);
}

startRail();
startPhone();
startMail();
change({ world: await getWorld(), view: state.view });
const last = localStorage.getItem('sandbox.person');
change({ person: people().find((person) => idOf(person) === last) ?? people()[0] });
listen();
watchProduct();
