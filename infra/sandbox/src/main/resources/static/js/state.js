// What the page knows, in one place; parts listen and draw themselves again.

const listeners = new Set();

export const state = {
  world: null,
  product: { runs: true, url: '' },
  person: null,
  others: JSON.parse(localStorage.getItem('sandbox.others') ?? '[]'),
  view: location.hash === '#mail' ? 'mail' : 'phone',
  unread: new Set(),
  lesson: null,
};

export function change(changes) {
  Object.assign(state, changes);
  listeners.forEach((listener) => listener(Object.keys(changes)));
}

export function onChange(listener) {
  listeners.add(listener);
}

export const people = () => [...(state.world?.cast ?? []), ...state.others];

/** The words on the last line; key and values of words.js. */
export function teach(key, values = {}) {
  change({ lesson: { key, values } });
}

export const idOf = (person) => person.phone || person.email;
export const firstName = (person) => person.name.split(' ')[0];
export const lineOf = (channel) => state.world.lines.find((line) => line.channel === channel);
