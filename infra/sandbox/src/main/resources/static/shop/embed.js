// Loper in the shop: the steps' script after the visitor agreed, and the question whether they do.

const TEXT = {
  nl: { ask: 'Mogen we onthouden wat je hier bekijkt en invult, zodat je bij ons nooit opnieuw hoeft te beginnen?', yes: 'Dat mag', no: 'Liever niet' },
  en: { ask: 'May we remember what you look at and fill in here, so that you never have to start again with us?', yes: 'Yes, do', no: 'Rather not' },
};

/** Loads the steps' script, and asks for consent while nobody has said. */
export function steps(productUrl, language, ready = () => {}) {
  addEventListener('loper:steps', () => {
    ready(window.loperSteps);
    if (window.loperSteps.agreed() === null) ask(language);
  }, { once: true });
  const script = document.createElement('script');
  script.src = `${productUrl}/widget/steps.js`;
  script.dataset.account = 'chat-web';
  script.async = true;
  script.onerror = () => {
    script.remove();
    setTimeout(() => steps(productUrl, language, ready), 4000);
  };
  document.body.append(script);
}

function ask(language) {
  const words = TEXT[language];
  const banner = document.createElement('aside');
  banner.className = 'consent';
  banner.setAttribute('aria-label', words.ask);
  const text = document.createElement('p');
  text.textContent = words.ask;
  const answer = (label, yes) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => {
      window.loperSteps.consent(yes);
      banner.remove();
    });
    return button;
  };
  banner.append(text, answer(words.yes, true), answer(words.no, false));
  document.body.append(banner);
}
