// The shop: one product at a time, a basket that counts, and Loper's chat, embedded as any shop would.

import { PRODUCTS, WORDS } from './products.js';
import { picture } from './pictures.js';
import { steps } from './embed.js';

const asked = new URLSearchParams(location.search).get('language');
const language = ['nl', 'en'].includes(asked) ? asked : localStorage.getItem('sandbox.language') ?? (navigator.language.startsWith('nl') ? 'nl' : 'en');
const words = WORDS[language];
let basket = Number(sessionStorage.getItem('shop.basket') ?? 0);
let size = 0;

document.documentElement.lang = language;
document.documentElement.dataset.theme = localStorage.getItem('sandbox.theme') ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

const money = (amount) => new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-IE', { style: 'currency', currency: 'EUR' }).format(amount);
const chosen = () => PRODUCTS.find((product) => product.id === location.hash.slice(1)) ?? PRODUCTS[0];

function draw() {
  const product = chosen();
  const own = product[language];
  document.title = `${own.name}, Veldhuis Wonen`;
  document.getElementById('top').innerHTML = `<b><a href="#noor">Veldhuis Wonen</a></b>
    <nav aria-label="Veldhuis Wonen">${PRODUCTS.map((one) => `<a href="#${one.id}" ${one === product ? 'aria-current="page"' : ''}>${one[language].nav}</a>`).join('')}</nav>
    <span class="r num" role="status">${basket > 0 ? `<a href="checkout.html">${words.basket}, ${basket}</a>` : `${words.basket}, ${basket}`}</span>`;
  document.getElementById('product').innerHTML = `<div class="pic">${picture(product.id, own.name)}</div>
    <div><h1>${own.name}</h1><p>${own.text}</p>
      <div class="price num">${money(product.price + size * product.add)}</div>
      <div class="sizes" role="group" aria-label="${words.size}">${product.sizes.map((one, index) => `<button type="button" data-size="${index}" aria-pressed="${index === size}">${one}</button>`).join('')}</div>
      <button type="button" class="buy">${words.buy}</button>
      <p class="stock">${own.stock.join('<br>')}</p></div>`;
  document.getElementById('others').innerHTML = `<h2 id="also">${words.also}</h2><div class="cards">${PRODUCTS.filter((one) => one !== product).map((one) => `<a href="#${one.id}">${picture(one.id, one[language].name)}<b>${one[language].name}</b><span class="num">${money(one.price)}</span></a>`).join('')}</div>`;
  document.getElementById('foot').innerHTML = `<span>${words.note}</span><a href="/">${words.desk}</a><button type="button" class="language" lang="${language === 'nl' ? 'en' : 'nl'}">${words.other}</button>`;
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.dataset.size) size = Number(button.dataset.size);
  else if (button.matches('.buy')) buy();
  else if (button.matches('.language')) {
    // The chat takes its language when it is loaded.
    localStorage.setItem('sandbox.language', language === 'nl' ? 'en' : 'nl');
    location.search = '';
    return;
  } else return;
  draw();
});

function buy() {
  const product = chosen();
  const items = JSON.parse(sessionStorage.getItem('shop.items') ?? '[]');
  items.push({ name: product[language].name, price: product.price + size * product.add });
  sessionStorage.setItem('shop.items', JSON.stringify(items));
  sessionStorage.setItem('shop.basket', String(++basket));
  window.loperSteps?.step('basket', words.basket, { total: items.reduce((sum, item) => sum + item.price, 0), currency: 'EUR', items });
}

addEventListener('hashchange', () => {
  size = 0;
  draw();
  scrollTo(0, 0);
});

/** The very element a shop pastes into its pages. */
function embed(productUrl) {
  const script = document.createElement('script');
  script.src = `${productUrl}/widget/loper.js`;
  script.dataset.account = 'chat-web';
  script.dataset.language = language;
  script.async = true;
  script.onload = () => { document.getElementById('nochat').hidden = true; };
  script.onerror = () => {
    script.remove();
    notYet(productUrl);
    setTimeout(() => embed(productUrl), 4000);
  };
  document.body.append(script);
}

function notYet(productUrl) {
  const notice = document.getElementById('nochat');
  if (!notice.hidden) return;
  const title = document.createElement('b');
  title.textContent = words.noChat;
  notice.replaceChildren(title, words.noChatHint.replace('{url}', productUrl));
  notice.hidden = false;
}

draw();
const world = await (await fetch('/api/world')).json();
embed(world.productUrl);
steps(world.productUrl, language);
