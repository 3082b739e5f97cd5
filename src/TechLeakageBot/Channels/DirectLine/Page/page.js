// Holds a conversation with the bot through Web Chat. The token and the conversation stay in this tab, so that a reload goes on.
import { texts } from './texts.js';

const domain = `${location.origin}/directline`;
const nonce = document.querySelector('script[data-nonce]').dataset.nonce;
const personas = document.querySelector('script[data-personas]').dataset.personas.split(' ').filter((name) => name);
const persona = personas.find((name) => name === new URLSearchParams(location.search).get('as')) ?? personas[0];
const officers = ['officer', 'deputy'];
/** Each persona has a conversation of its own in this tab. */
const savedAs = persona ? `conversation-${persona}` : 'conversation';
const chat = document.getElementById('chat');
const suggestions = document.getElementById('suggestions');
const socketPatience = 3000;
const [online, expired, failed, ended] = [2, 3, 4, 5];

let language = localStorage.getItem('language') ?? (navigator.language.toLowerCase().startsWith('ja') ? 'ja' : 'en');
let conversation;
let directLine;

const store = WebChat.createStore({}, () => (next) => (action) => {
  if (action.type === 'DIRECT_LINE/POST_ACTIVITY' && action.payload.activity.type === 'message') suggestions.hidden = true;
  if (action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' && action.payload.activity.from.role === 'user') suggestions.hidden = true;
  return next(action);
});

function userId() {
  if (persona) return `persona-${persona}`;
  const known = localStorage.getItem('user');
  if (known) return known;
  const made = `dl_${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  localStorage.setItem('user', made);
  return made;
}

async function ask(method, path, token, body) {
  const response = await fetch(domain + path, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body)
  });
  if (!response.ok) throw Object.assign(new Error(`${method} ${path}: ${response.status}`), { status: response.status });
  return response.json();
}

/** The conversation of this tab where its token still holds, else a new one. */
async function open() {
  const saved = JSON.parse(sessionStorage.getItem(savedAs));
  if (saved) {
    try {
      return await ask('GET', `/conversations/${saved.conversationId}`, saved.token);
    } catch (error) {
      if (error.status !== 403 && error.status !== 404) throw error;
    }
  }
  const { token } = await ask('POST', '/tokens/generate', undefined, { user: { id: userId() } });
  return ask('POST', '/conversations', token, { locale: texts[language].locale });
}

/** Whether a socket gets through; some proxies let none. */
function socketOpens(url) {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    const done = (opened) => { clearTimeout(timer); socket.close(); resolve(opened); };
    const timer = setTimeout(done, socketPatience, false);
    socket.onopen = () => done(true);
    socket.onerror = () => done(false);
  });
}

/** The token is renewed as time goes by. */
function save() {
  if (conversation) {
    sessionStorage.setItem(savedAs, JSON.stringify({ conversationId: conversation.conversationId, token: directLine?.token ?? conversation.token }));
  }
}

function notify(text) {
  const notice = document.getElementById('notice');
  notice.textContent = text ?? '';
  notice.hidden = !text;
}

function renew() {
  conversation = undefined;
  sessionStorage.removeItem(savedAs);
  location.reload();
}

function suggest(questions) {
  suggestions.querySelector('ul').replaceChildren(...questions.map((question) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = question;
    button.onclick = () => {
      store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: question, method: 'keyboard' } });
      document.querySelector('[data-id=webchat-sendbox-input]')?.focus();
    };
    const item = document.createElement('li');
    item.append(button);
    return item;
  }));
}

/** Who one speaks as, and the officers' way to their desk. Only local mode names personas. */
function showPersonas(text) {
  if (!persona) return;
  const choice = document.createElement('select');
  choice.id = 'persona';
  choice.append(...personas.map((name) => new Option(text.personas[name], name, false, name === persona)));
  choice.onchange = () => { location.search = new URLSearchParams({ as: choice.value }); };
  const label = document.createElement('label');
  label.append(`${text.as} `, choice);
  const desk = document.createElement('a');
  desk.id = 'desk';
  desk.href = '/officer';
  desk.textContent = text.desk;
  document.getElementById('personas').replaceChildren(label, ...(officers.includes(persona) ? [desk] : []));
}

function show() {
  const text = texts[language];
  document.documentElement.lang = language;
  document.title = text.title;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text[element.dataset.text];
  const other = document.getElementById('language');
  other.textContent = text.other;
  other.lang = text.otherLanguage;
  suggest(text.questions);
  showPersonas(text);
  if (!directLine) return;
  WebChat.renderWebChat({
    directLine,
    store,
    nonce,
    userID: userId(),
    locale: text.locale,
    sendTypingIndicator: false,
    styleOptions: {
      accent: '#0b5cad',
      // The top of a long answer, where its level stands, must not scroll away.
      autoScrollSnapOnPage: true,
      backgroundColor: '#ffffff',
      primaryFont: getComputedStyle(document.body).fontFamily,
      subtle: '#52606d',
      bubbleBackground: '#ffffff',
      bubbleBorderColor: '#d9e2ec',
      bubbleBorderRadius: 10,
      bubbleMaxWidth: 640,
      bubbleMinWidth: 240,
      bubbleFromUserBackground: '#0b5cad',
      bubbleFromUserBorderColor: '#0b5cad',
      bubbleFromUserBorderRadius: 10,
      bubbleFromUserTextColor: '#ffffff',
      cardEmphasisBackgroundColor: '#eef3f8',
      hideUploadButton: true,
      disableFileUpload: true,
      sendBoxBorderTop: 'solid 1px #d9e2ec',
      sendBoxButtonColor: '#0b5cad',
      sendBoxHeight: 52
    }
  }, chat);
}

async function start() {
  show();
  try {
    conversation = await open();
  } catch (error) {
    notify(error.status === 403 ? texts[language].closed : texts[language].unreachable);
    return;
  }
  const webSocket = await socketOpens(conversation.streamUrl);
  directLine = WebChat.createDirectLine({
    domain, webSocket, token: conversation.token, conversationId: conversation.conversationId, watermark: '0'
  });
  directLine.connectionStatus$.subscribe((status) => {
    if (status === online) save();
    notify([expired, failed, ended].includes(status) ? texts[language].lost : undefined);
  });
  suggestions.hidden = false;
  show();
}

document.getElementById('language').onclick = () => {
  language = texts[language].otherLanguage;
  localStorage.setItem('language', language);
  show();
};
document.getElementById('renew').onclick = renew;
addEventListener('pagehide', save);
start();
