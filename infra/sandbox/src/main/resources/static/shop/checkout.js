// The shop's checkout: four steps. Whoever stops is found there again, with what they had filled in.

import { steps } from './embed.js';

const language = ['nl', 'en'].includes(localStorage.getItem('sandbox.language')) ? localStorage.getItem('sandbox.language') : navigator.language.startsWith('nl') ? 'nl' : 'en';
const WORDS = {
  nl: { title: 'Afrekenen', next: 'Verder', back: 'Terug', order: 'Bestellen', empty: 'Je winkelmand is leeg.', shop: 'Naar de winkel', thanks: 'Dank je. Je bestelling heeft nummer {number}.', of: 'Stap {step} van {of}', total: 'Totaal',
    steps: ['Gegevens', 'Bezorgen', 'Bezorgadres', 'Betalen'],
    fields: { name: 'Naam', email: 'E-mailadres', delivery: 'Wanneer', street: 'Straat en huisnummer', postcode: 'Postcode', city: 'Plaats', cardnumber: 'Kaartnummer', cvc: 'CVC' } },
  en: { title: 'Checkout', next: 'Next', back: 'Back', order: 'Order', empty: 'Your basket is empty.', shop: 'To the shop', thanks: 'Thank you. Your order has number {number}.', of: 'Step {step} of {of}', total: 'Total',
    steps: ['Details', 'Delivery', 'Delivery address', 'Payment'],
    fields: { name: 'Name', email: 'Email address', delivery: 'When', street: 'Street and number', postcode: 'Postcode', city: 'City', cardnumber: 'Card number', cvc: 'CVC' } },
};
const FIELDS = [['name', 'email'], ['delivery'], ['street', 'postcode', 'city'], ['cardnumber', 'cvc']];
const words = WORDS[language];
document.documentElement.lang = language;
document.title = `${words.title}, Veldhuis Wonen`;

const money = (amount) => new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-IE', { style: 'currency', currency: 'EUR' }).format(amount);
const items = JSON.parse(sessionStorage.getItem('shop.items') ?? '[]');
const filled = JSON.parse(sessionStorage.getItem('shop.filled') ?? '{}');
let step = Number(sessionStorage.getItem('shop.step') ?? 1);
let loper = null;

function draw() {
  const total = items.reduce((sum, item) => sum + item.price, 0);
  document.getElementById('top').innerHTML = '<b><a href="./">Veldhuis Wonen</a></b>';
  const till = document.getElementById('till');
  till.innerHTML = `<h1>${words.title}</h1><p class="num">${words.of.replace('{step}', step).replace('{of}', 4)}: <b>${words.steps[step - 1]}</b></p>
    <form data-loper-flow="checkout" data-loper-step="${step}" data-loper-of="4" data-loper-name="${words.steps[step - 1]}" data-loper-steps="${words.steps.join('|')}">
      ${FIELDS[step - 1].map((name) => `<label>${words.fields[name]}<input name="${name}" ${/card|cvc/.test(name) ? 'autocomplete="off" inputmode="numeric"' : ''}></label>`).join('')}
      ${items.length > 0 ? `<p class="num">${words.total} ${money(total)}</p>` : ''}
      <button class="buy">${step === 4 ? words.order : words.next}</button>
      ${step > 1 ? `<button type="button" class="back">${words.back}</button>` : ''}
    </form>`;
  const form = till.querySelector('form');
  for (const field of form.elements) if (field.name in filled) field.value = filled[field.name];
  loper?.form(form);
}

document.addEventListener('submit', (event) => {
  event.preventDefault();
  if (step === 4) return order();
  go(step + 1);
});
document.addEventListener('input', ({ target }) => {
  if (!target.name || /card|cvc/.test(target.name)) return;
  filled[target.name] = target.value;
  sessionStorage.setItem('shop.filled', JSON.stringify(filled));
});
document.addEventListener('click', (event) => {
  if (event.target.closest('.back')) go(step - 1);
});

function go(to) {
  step = to;
  sessionStorage.setItem('shop.step', String(step));
  draw();
}

function order() {
  const number = `${Math.floor(4000 + Math.random() * 5000)}-${Math.floor(10 + Math.random() * 89)}`;
  loper?.step('order', number, { number, total: items.reduce((sum, item) => sum + item.price, 0), currency: 'EUR' });
  for (const key of ['shop.items', 'shop.filled', 'shop.step', 'shop.basket']) sessionStorage.removeItem(key);
  const thanks = document.createElement('p');
  thanks.textContent = words.thanks.replace('{number}', number);
  document.getElementById('till').replaceChildren(thanks);
}

/** Somebody comes back to where they, or the customer on the phone, had stopped. */
function resume({ data }) {
  Object.assign(filled, data?.fields ?? {});
  sessionStorage.setItem('shop.filled', JSON.stringify(filled));
  go(Math.min(4, Math.max(1, Number(data?.step) || 1)));
}

addEventListener('loper:resume', ({ detail }) => resume(detail));
draw();
const world = await (await fetch('/api/world')).json();
const chat = document.createElement('script');
chat.src = `${world.productUrl}/widget/loper.js`;
chat.dataset.account = 'chat-web';
chat.dataset.language = language;
chat.async = true;
document.body.append(chat);
steps(world.productUrl, language, (ready) => {
  loper = ready;
  if (ready.resumed) resume(ready.resumed);
  else if (ready.agreed() === 'yes') draw();
});
