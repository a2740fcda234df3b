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

/** A number in groups, as people read it: +31 6 1234 5601. */
export function spaced(number) {
  const country = number.match(/^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/);
  if (!country) return number;
  const rest = number.slice(country[0].length);
  const head = rest.length % 4 || (rest.length > 4 ? 4 : 0);
  return [country[0], rest.slice(0, head), ...(rest.slice(head).match(/\d{4}/g) ?? [])].filter(Boolean).join(' ');
}
