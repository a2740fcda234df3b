// The mail program: one person's mailbox, reading, and answering with the headers that keep a thread.

import { getMails, markSeen } from './api.js';
import { compose } from './compose.js';
import { h, icon } from './dom.js';
import { onChange, state, teach } from './state.js';
import { brief, exact, t } from './words.js';

const mail = document.getElementById('mail');
let mails = [];
let open = null;
let writing = null;
let known = null;

export function startMail() {
  onChange((keys) => {
    if (keys.includes('person')) { mails = []; known = null; open = null; writing = null; refreshMail(); }
    if (keys.some((key) => ['world', 'person', 'language'].includes(key))) drawAll();
  });
}

export async function refreshMail() {
  const address = state.person?.email;
  if (!address) return drawAll();
  const answer = await getMails(address);
  if (address !== state.person?.email) return;
  mails = answer.items;
  const arrived = known && mails.some((one) => one.folder === 'inbox' && !known.has(key(one)));
  if (arrived) teach('lessonMailIn');
  known = new Set(mails.map(key));
  drawRows();
}

const key = (one) => `${one.folder} ${one.uid}`;
export const nameIn = (header) => header.replace(/<.*>/, '').replace(/"/g, '').trim() || header;

function drawAll() {
  if (!state.world || !state.person) return;
  mail.replaceChildren(
    h('header', {}, h('div', {}, h('h2', { id: 'mail-title' }, h('span', {}, t('mail')), h('span', { class: 'm' }, state.person.email ?? ''))),
      state.person.email && h('button', { class: 'btn line r', click: () => write({ to: state.world.supportMail, subject: '', text: '' }) }, icon('pen', true), t('write'))),
    h('div', { class: 'rows' }), h('div', { class: 'read' }));
  drawRows();
  drawReading();
}

function drawRows() {
  const rows = mail.querySelector('.rows');
  if (!rows) return;
  if (!state.person.email) return rows.replaceChildren(h('p', { class: 'empty' }, t('noMail')));
  rows.replaceChildren(...(mails.length ? mails.map(row) : [h('p', { class: 'empty' }, h('b', {}, t('mailEmpty')),
    t('mailEmptyHint', { address: state.world.supportMail }))]));
}

function row(one) {
  const sent = one.folder === 'sent';
  const classes = ['row', sent && 'sent', !sent && !one.seen && 'un'].filter(Boolean).join(' ');
  return h('button', { class: classes, 'aria-current': String(open && key(open) === key(one)), click: () => read(one) },
    h('span', { class: 'nm' }, sent ? t('you') : nameIn(one.from)),
    one.date ? h('time', { datetime: one.date, title: exact(one.date) }, brief(one.date)) : h('span'),
    h('span', { class: 'su' }, one.subject || t('noSubject')),
    h('span', { class: 'pv' }, preview(one)));
}

function preview(one) {
  return split(one.text ?? plain(one.html ?? '')).words.replace(/\s+/g, ' ').slice(0, 120);
}

function plain(html) {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}

async function read(one) {
  open = one;
  writing = null;
  mail.classList.add('reading');
  if (one.folder === 'inbox' && !one.seen) {
    one.seen = true;
    await markSeen(state.person.email, one);
  }
  drawRows();
  drawReading();
}

function write(start) {
  writing = start;
  if (!start.inReplyTo) open = null;
  mail.classList.add('reading');
  drawRows();
  drawReading();
  const words = mail.querySelector('.compose textarea');
  const first = start.inReplyTo ? words : mail.querySelector('.compose [name=subject]');
  first.focus();
  words.setSelectionRange(0, 0);
}

function drawReading() {
  const pane = mail.querySelector('.read');
  if (!pane) return;
  const back = h('button', { class: 'btn back', click: () => { mail.classList.remove('reading'); } }, icon('back'), t('back'));
  const sheet = writing && compose(writing, close);
  if (!open) return pane.replaceChildren(...(sheet ? [back, sheet] : [back, h('p', { class: 'empty' }, t('pick'))]));
  pane.replaceChildren(back, ...reading(open), sheet || actions(open));
}

function close() {
  writing = null;
  if (!open) mail.classList.remove('reading');
  drawReading();
}

function reading(one) {
  return [
    h('h3', {}, one.subject || t('noSubject')),
    h('p', { class: 'meta' }, h('b', {}, one.folder === 'sent' ? t('you') : nameIn(one.from)), `→ ${one.to.map(nameIn).join(', ')}`,
      one.date && h('time', { datetime: one.date, title: exact(one.date) }, brief(one.date))),
    one.html ? frame(one.html) : words(one.text ?? ''),
    one.attachments.length > 0 && h('div', { class: 'files' }, one.attachments.map((file) => h('a', { class: 'chip', href: file.url, download: file.name },
      icon('paperclip', true), h('span', {}, file.name), h('span', { class: 'm num' }, size(file.size))))),
    h('details', {}, h('summary', {}, t('headers')), h('pre', {}, headers(one)), h('a', { class: 'link', href: one.raw, target: '_blank' }, t('raw'))),
  ].filter(Boolean);
}

function words(text) {
  const parts = split(text);
  return h('div', {}, h('div', { class: 'words' }, parts.words),
    parts.quote && h('details', {}, h('summary', {}, t('quoted')), h('pre', {}, parts.quote)));
}

/** New words, and the history a mail program has put beneath them. */
function split(text) {
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line, i) => /^(On|Op) .+(wrote|schreef).*:$/.test(line) || (line.startsWith('>') && lines.slice(i).every((rest) => rest.startsWith('>') || !rest.trim())));
  return at < 0 ? { words: text.trimEnd(), quote: '' } : { words: lines.slice(0, at).join('\n').trimEnd(), quote: lines.slice(at).join('\n').trim() };
}

/** The HTML of a mail runs nothing and loads nothing. */
function frame(html) {
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">';
  const style = '<base target="_blank"><style>html{background:#fffefb}body{font:13.5px/20px system-ui,sans-serif;color:#211c16;margin:12px}img{max-width:100%}</style>';
  const inner = h('iframe', { sandbox: 'allow-same-origin allow-popups allow-popups-to-escape-sandbox', title: t('mail'), srcdoc: policy + style + html,
    load: () => { inner.style.height = `${inner.contentDocument.documentElement.scrollHeight + 2}px`; } });
  return inner;
}

function headers(one) {
  const telling = ['Message-ID', 'In-Reply-To', 'References', 'Reply-To', 'Auto-Submitted', 'From', 'To', 'Cc', 'Date'];
  return telling.flatMap((name) => one.headers.filter((header) => header.name.toLowerCase() === name.toLowerCase())
    .map((header) => `${header.name}: ${header.value.replace(/\s+/g, ' ')}`)).join('\n');
}

function actions(one) {
  return h('div', { class: 'acts' }, h('button', { class: 'btn line', click: () => write(answer(one)) }, icon('reply', true), t('reply')));
}

/** An answer goes to Reply-To when there is one, and names every mail before it. */
function answer(one) {
  const replyTo = one.headers.find((header) => header.name.toLowerCase() === 'reply-to')?.value;
  const quoted = (one.text ?? plain(one.html ?? '')).trimEnd().split(/\r?\n/).map((line) => `> ${line}`).join('\n');
  return {
    to: one.folder === 'sent' ? one.to.join(', ') : replyTo ?? one.from,
    subject: /^re:/i.test(one.subject) ? one.subject : `Re: ${one.subject}`,
    text: `\n\n${t('wrote', { time: exact(one.date), name: nameIn(one.from) })}\n${quoted}`,
    inReplyTo: one.messageId,
    references: [...one.references, one.messageId].filter(Boolean),
  };
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;
}
