// The control API, one function a call. A refusal becomes an Error with a sentence for a person.

async function call(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail ?? `${answer.status}`);
  }
  return answer.status === 204 || answer.status === 202 ? null : answer.json();
}

const phone = (number) => `/api/phones/${encodeURIComponent(number)}`;
const ofCall = (number, sid, what) => `${phone(number)}/calls/${sid}/${what}`;
const box = (address) => `/api/mailboxes/${encodeURIComponent(address)}`;

export const getWorld = () => call('GET', '/api/world');
export const getProduct = () => call('GET', '/api/product');
export const getTexts = (number) => call('GET', `${phone(number)}/messages`);
export const sendText = (number, message) => call('POST', `${phone(number)}/messages?wait=true`, message);
export const repeatText = (number, sid) => call('POST', `${phone(number)}/messages/${sid}/repeat`);
export const readTexts = (number) => call('POST', `${phone(number)}/read`);
export const closeWindow = (number) => call('POST', `${phone(number)}/whatsapp-window/close`);
export const getCalls = (number) => call('GET', `${phone(number)}/calls`);
export const dialCall = (number, to) => call('POST', `${phone(number)}/calls`, { to });
export const pressKeys = (number, sid, digits) => call('POST', ofCall(number, sid, 'digits'), { digits });
export const speakMessage = (number, sid, seconds) => call('POST', ofCall(number, sid, 'message'), { seconds });
export const hangUpCall = (number, sid) => call('POST', ofCall(number, sid, 'hang-up'));
export const pickUpCall = (number, sid) => call('POST', ofCall(number, sid, 'pick-up'));
export const ignoreCall = (number, sid) => call('POST', ofCall(number, sid, 'ignore'));
export const getMails = (address) => call('GET', `${box(address)}/mails`);
export const markSeen = (address, mail) => call('POST', `${box(address)}/${mail.folder}/${mail.uid}/seen`);
export const sendMail = (mail) => call('POST', '/api/mails', mail);
