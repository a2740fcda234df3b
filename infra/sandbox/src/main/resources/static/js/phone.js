// The phone: SMS and WhatsApp threads and the calls of the chosen person.

import { closeWindow, getTexts, readTexts, repeatText, sendText } from './api.js';
import { callLog, forgetCalls, keypad, refreshCalls } from './calls.js';
import { h, icon, readFiles } from './dom.js';
import { change, firstName, lineOf, onChange, spaced, state, teach } from './state.js';
import { clock, day, exact, t } from './words.js';

const phone = document.getElementById('phone');
const drafts = new Map();
let channel = localStorage.getItem('sandbox.channel') ?? 'sms';
let texts = [];
let windows = {};
let known = null;

export function startPhone() {
  onChange((keys) => {
    if (keys.includes('person')) { texts = []; known = null; forgetCalls(); refreshPhone(); }
    if (keys.some((key) => ['world', 'person', 'language'].includes(key))) drawAll();
    if (keys.includes('view') && state.view === 'phone') look();
  });
  document.addEventListener('visibilitychange', look);
}

/** Reads the phone again; what arrived since last time is explained. */
export async function refreshPhone() {
  const number = state.person?.phone;
  if (!number) return drawAll();
  const [answer] = await Promise.all([getTexts(number), refreshCalls(number)]);
  if (number !== state.person?.phone) return;
  texts = answer.items;
  windows = answer.whatsappWindows;
  const arrived = known && texts.filter((text) => text.direction === 'in' && !known.has(text.sid));
  if (arrived?.length) teach('lessonText');
  known = new Set(texts.map((text) => text.sid));
  drawLog();
  drawKinds();
  drawWindow();
  if (channel === 'voice') phone.querySelector('.write')?.replaceWith(keypad());
  look();
}

async function look() {
  const visible = document.visibilityState === 'visible' && (state.view === 'phone' || innerWidth > 900);
  const unread = texts.some((text) => text.channel === 'whatsapp' && text.status === 'delivered');
  if (visible && channel === 'whatsapp' && unread && state.person?.phone) {
    await readTexts(state.person.phone);
    teach('lessonRead');
  }
}

function drawAll() {
  if (!state.world || !state.person) return;
  if (!state.person.phone) {
    phone.replaceChildren(h('header', {}, title()), h('div', { class: 'log' }, h('p', { class: 'empty' }, t('noPhone'))));
    return;
  }
  phone.replaceChildren(
    h('header', {}, title(), h('div', { class: 'kinds', role: 'tablist' })),
    h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': t('phone') }),
    h('div', { class: 'window', hidden: true }),
    channel === 'voice' ? keypad() : composer());
  drawKinds();
  drawLog(true);
  drawWindow();
}

const title = () => h('h1', { id: 'phone-title' }, h('span', {}, t('phone')), h('span', { class: 'm num' }, spaced(state.person.phone ?? '')));

function drawKinds() {
  const tab = (kind, name, glyph) => h('button', {
    role: 'tab', 'aria-selected': String(channel === kind),
    click: () => { channel = kind; localStorage.setItem('sandbox.channel', kind); drawAll(); look(); },
  }, icon(glyph, true), name, kind !== channel && hasNew(kind) && h('span', { class: 'dot', title: t('news') }));
  phone.querySelector('.kinds')?.replaceChildren(tab('sms', 'SMS', 'sms'), tab('whatsapp', 'WhatsApp', 'whatsapp'), tab('voice', t('calls'), 'call'));
}

const hasNew = (kind) => kind === 'whatsapp' && texts.some((text) => text.channel === kind && text.status === 'delivered');

function drawLog(toEnd = false) {
  const log = phone.querySelector('.log');
  if (!log) return;
  const atEnd = toEnd || log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  if (channel === 'voice') {
    log.replaceChildren(...callLog());
    log.scrollTop = log.scrollHeight;
    return;
  }
  const shown = texts.filter((text) => text.channel === channel);
  const line = lineOf(channel);
  let last = '';
  log.replaceChildren(...(shown.length ? [h('div', { class: 'start' }), ...shown.flatMap((text) => {
    const heading = day(text.at);
    const rule = heading === last ? [] : [h('p', { class: 'day' }, heading)];
    last = heading;
    return [...rule, bubble(text)];
  })] : [h('p', { class: 'empty' }, h('b', {}, t(channel === 'sms' ? 'smsEmpty' : 'waEmpty')),
    t(channel === 'sms' ? 'smsEmptyHint' : 'waEmptyHint', { number: spaced(line.number) }))]));
  if (atEnd) log.scrollTop = log.scrollHeight;
}

function bubble(text) {
  const mine = text.direction === 'out';
  const quoted = text.replyTo && texts.find((other) => other.sid === text.replyTo);
  const by = h('div', { class: 'by' },
    !mine && h('b', {}, t('business')),
    h('time', { datetime: text.at, title: exact(text.at) }, clock(text.at)),
    mine ? arrival(text) : channel === 'whatsapp' && told(text),
    !mine && channel === 'whatsapp' && h('button', { click: () => answerTo(text) }, t('reply')));
  const words = [
    quoted && h('p', { class: 'quoted' }, quoted.text || t('picture')),
    text.text && h('p', {}, text.text),
    ...text.media.map(picture),
  ];
  return h('article', { class: mine ? 'text me' : 'text' }, ...(mine ? [...words, by] : [by, ...words]));
}

function picture(media) {
  return media.type.startsWith('image/')
    ? h('img', { src: media.url, alt: t('picture'), loading: 'lazy' })
    : h('a', { class: 'chip', href: media.url, download: '' }, icon('paperclip', true), h('span', {}, `${t('file')}, ${media.type}`));
}

function arrival(text) {
  if (!text.webhook) return h('span', {}, t('underway'));
  return text.webhook.arrived
    ? h('span', { class: 'ticks', title: t('arrived') }, icon('check', true), h('span', { class: 'sr' }, t('arrived')))
    : h('span', { class: 'lost' }, t('lost'), ' ', h('button', { click: () => repeat(text) }, t('again')));
}

function told(text) {
  const read = text.status === 'read';
  return h('span', { class: 'ticks', title: t(read ? 'readTold' : 'deliveredTold') }, icon('check', true), icon('check', true),
    h('span', { class: 'sr' }, t(read ? 'readTold' : 'deliveredTold')));
}

function drawWindow() {
  const bar = phone.querySelector('.window');
  if (!bar) return;
  bar.hidden = channel !== 'whatsapp';
  const end = windows[lineOf('whatsapp').account];
  const open = end && new Date(end) > new Date();
  bar.replaceChildren(h('span', { class: end && !open ? 'over' : '' },
    open ? t('windowOpen', { time: `${day(end).toLowerCase()} ${clock(end)}` }) : t(end ? 'windowOver' : 'windowNone')),
  ...(open ? [h('button', { class: 'btn', click: async () => { await closeWindow(state.person.phone); teach('lessonWindow'); } }, t('passTime'))] : []));
}

const draftKey = () => `${state.person.phone} ${channel}`;

function draft() {
  if (!drafts.has(draftKey())) drafts.set(draftKey(), { text: '', files: [], replyTo: null });
  return drafts.get(draftKey());
}

function answerTo(text) {
  draft().replyTo = text;
  phone.querySelector('.write').replaceWith(composer());
  phone.querySelector('textarea').focus();
}

function composer() {
  const mine = draft();
  const redraw = () => { form.replaceWith(composer()); phone.querySelector('textarea').focus(); };
  const pick = h('input', { type: 'file', accept: 'image/*,application/pdf,audio/*,video/*', multiple: true, hidden: true,
    change: async () => { mine.files.push(...await readFiles(pick.files)); redraw(); } });
  const words = h('textarea', {
    placeholder: t('placeholder'), 'aria-label': t('placeholder'), rows: 1,
    input: () => { mine.text = words.value; },
    keydown: (event) => { if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); form.requestSubmit(); } },
  });
  words.value = mine.text;
  const form = h('form', { class: 'write', submit: (event) => { event.preventDefault(); send(mine, redraw); } },
    mine.replyTo && h('div', { class: 'answering' }, h('span', {}, `${t('answering')} ${mine.replyTo.text || t('picture')}`),
      h('button', { type: 'button', class: 'btn ic r', 'aria-label': t('remove'), click: () => { mine.replyTo = null; redraw(); } }, icon('x', true))),
    mine.files.length > 0 && h('div', { class: 'files' }, mine.files.map((file) => h('button', { type: 'button', class: 'chip', 'aria-label': `${t('remove')} ${file.name}`,
      click: () => { mine.files.splice(mine.files.indexOf(file), 1); redraw(); } }, h('span', {}, file.name), icon('x', true)))),
    h('div', { class: 'box' }, words, pick,
      h('button', { type: 'button', class: 'btn ic', 'aria-label': t('attach'), title: t('attach'), click: () => pick.click() }, icon('paperclip')),
      h('button', { class: 'snd', 'aria-label': t('send'), title: t('send') }, icon('up'))));
  return form;
}

async function repeat(text) {
  const person = state.person;
  explain(person, (await repeatText(person.phone, text.sid)).webhook);
}

async function send(mine, redraw) {
  const message = { channel, text: mine.text.trim(), media: mine.files.map(({ type, base64 }) => ({ type, base64 })), replyTo: mine.replyTo?.sid ?? null, profileName: state.person.name };
  if (!message.text && !message.media.length) return;
  const person = state.person;
  drafts.delete(draftKey());
  phone.querySelector('.write').replaceWith(composer());
  phone.querySelector('textarea').focus();
  try {
    explain(person, (await sendText(person.phone, message)).webhook);
  } catch (problem) {
    drafts.set(`${person.phone} ${message.channel}`, mine);
    if (person === state.person && message.channel === channel) redraw();
    change({ lesson: { text: problem.message } });
  }
}

function explain(person, webhook) {
  const values = { name: firstName(person), status: webhook.status, attempts: webhook.attempts };
  if (webhook.arrived) teach(webhook.attempts > 1 ? 'lessonRetry' : 'lessonTyped', values);
  else teach(webhook.status ? 'lessonRefused' : 'lessonLost', values);
}
