// The sheet on which a mail is written.

import { sendMail } from './api.js';
import { h, icon, readFiles } from './dom.js';
import { state, teach } from './state.js';
import { t } from './words.js';

/** `start` is kept up to date, so that a redraw loses nothing; `done` closes the sheet. */
export function compose(start, done) {
  start.files ??= [];
  const wrong = h('p', { class: 'wrong', role: 'alert', hidden: true });
  const chips = h('div', { class: 'files', hidden: true });
  const pick = h('input', { type: 'file', multiple: true, hidden: true,
    change: async () => { start.files.push(...await readFiles(pick.files)); drawChips(); } });
  const field = (name, label) => {
    const input = h('input', { name, autocomplete: 'off', input: () => { start[name] = input.value; } });
    input.value = start[name];
    return h('label', {}, label, input);
  };
  const words = h('textarea', { 'aria-label': t('placeholder'), placeholder: t('placeholder'), input: () => { start.text = words.value; },
    keydown: (event) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) sheet.requestSubmit(); } });
  words.value = start.text;

  function drawChips() {
    chips.hidden = start.files.length === 0;
    chips.replaceChildren(...start.files.map((file) => h('button', { type: 'button', class: 'chip', 'aria-label': `${t('remove')} ${file.name}`,
      click: () => { start.files.splice(start.files.indexOf(file), 1); drawChips(); } }, h('span', {}, file.name), icon('x', true))));
  }

  const sheet = h('form', {
    class: start.inReplyTo ? 'compose' : 'compose new',
    submit: async (event) => {
      event.preventDefault();
      try {
        await sendMail(letter(start));
        teach('lessonMailOut', { address: start.to.replace(/.*<|>.*/g, '') });
        done();
      } catch (problem) {
        wrong.hidden = false;
        wrong.textContent = problem.message;
      }
    },
  }, field('to', t('toField')), field('subject', t('subject')), words, chips, wrong,
  h('footer', {}, h('button', { class: 'btn dark' }, t('send')),
    h('button', { type: 'button', class: 'btn', click: () => pick.click() }, icon('paperclip', true), t('attach')),
    h('button', { type: 'button', class: 'btn r', click: done }, t('discard'))), pick);
  drawChips();
  return sheet;
}

function letter(start) {
  const person = state.person;
  return {
    from: `"${person.name.replace(/["\\]/g, '')}" <${person.email}>`,
    to: start.to.split(/,(?![^<]*>)/).map((one) => one.trim()).filter(Boolean),
    subject: start.subject,
    text: start.text,
    inReplyTo: start.inReplyTo ?? null,
    references: start.references ?? [],
    attachments: start.files,
  };
}
