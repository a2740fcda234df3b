// The phone's calls: a keypad, what the other side says, and the colleague's phone that rings in the middle of it.

import { dialCall, getCalls, hangUpCall, ignoreCall, pickUpCall, pressKeys, speakMessage } from './api.js';
import { h, icon } from './dom.js';
import { change, lineOf, spaced, state, teach } from './state.js';
import { clock, exact, t } from './words.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
let calls = [];

/** Reads the calls again. */
export async function refreshCalls(number) {
  const items = (await getCalls(number)).items;
  if (number === state.person?.phone) calls = items;
}

export const forgetCalls = () => { calls = []; };
const current = () => calls.find((call) => !call.ended);

/** What was said, in every call, the newest last. */
export function callLog() {
  if (!calls.length) {
    return [h('p', { class: 'empty' }, h('b', {}, t('callEmpty')), t('callEmptyHint', { number: spaced(lineOf('voice').number) }))];
  }
  return [h('div', { class: 'start' }), ...[...calls].reverse().flatMap((call) => [
    h('p', { class: 'day' }, h('time', { datetime: call.at, title: exact(call.at) }, clock(call.at)), ` ${t(call.ended ? 'callOver' : 'callOn')}`),
    ...call.lines.map(said)])];
}

function said(line) {
  if (line.who === 'note') return h('p', { class: 'day' }, line.text);
  const mine = line.who === 'you';
  return h('article', { class: mine ? 'text me' : 'text' },
    !mine && h('div', { class: 'by' }, h('b', {}, t('business'))), h('p', {}, line.text));
}

/** The keypad and what can be done now. */
export function keypad() {
  const call = current();
  const here = call?.rings === state.person.phone;
  const does = (act, ...more) => () => run(() => act(state.person.phone, call.sid, ...more));
  return h('div', { class: 'write calls' },
    call?.rings && h('div', { class: 'rings' },
      h('span', { class: 'm' }, here ? t(call.talking ? 'youSpeak' : 'youAreRung')
        : t(call.talking ? 'colleagueTalks' : 'colleagueRings', { number: spaced(call.rings) })),
      !call.talking && h('button', { class: 'btn line r', click: does(pickUpCall) }, t(here ? 'pickUpHere' : 'pickUp')),
      !call.talking && h('button', { class: 'btn', click: does(ignoreCall) }, t('ignore'))),
    call?.recording && h('div', { class: 'rings' }, h('span', { class: 'm' }, t('tone')),
      h('button', { class: 'btn line r', click: does(speakMessage, 12) }, t('speak'))),
    call && h('div', { class: 'pad', role: 'group', 'aria-label': t('keypad') },
      KEYS.map((key) => h('button', { class: 'btn key', click: does(pressKeys, key) }, key))),
    call
      ? h('button', { class: 'btn dark', click: does(hangUpCall) }, icon('x', true), t('hangUp'))
      : h('button', { class: 'btn dark', click: () => { teach('lessonCall'); run(() => dialCall(state.person.phone, lineOf('voice').number)); } },
        icon('call', true), t('dial', { number: spaced(lineOf('voice').number) })));
}

async function run(act) {
  try {
    await act();
  } catch (problem) {
    change({ lesson: { text: problem.message } });
  }
}
