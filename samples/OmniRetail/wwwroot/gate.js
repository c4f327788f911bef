// One page at a time has the stage: its two agents serve whoever plays. The page begins when it has it, and says so while another one does.
import { languageOf, translator } from './words.js';

const retry = 1000;
const language = languageOf(new URLSearchParams(location.search).get('lang') ?? navigator.language);
const box = document.getElementById('elsewhere');

/** The number that the server knows this page's turn by; null while it has none. */
export let turn = null;
let isOpen = false;
let line = null;

function ask(take = false) {
  line?.close();
  const asked = line = new WebSocket(new URL(`/story/stage${take ? '?take=true' : ''}`, location.href.replace(/^http/, 'ws')));
  let isBusy = false;
  asked.addEventListener('message', ({ data }) => {
    if (asked !== line) return;
    isBusy = data === 'busy';
    if (data.startsWith('yours')) begin(Number(data.split(' ')[1]));
    else if (isOpen) location.reload();
    else wait();
  });
  asked.addEventListener('close', () => {
    if (asked !== line) return;
    turn = null;
    if (isOpen || !isBusy) setTimeout(ask, retry);
  });
}

async function begin(number) {
  turn = number;
  box.hidden = true;
  if (!isOpen) {
    isOpen = true;
    await import('./app.js');
  }
}

/** Said once; asked again until the other page is closed. */
function wait() {
  if (box.hidden) {
    const t = translator(language);
    const make = (tag, text, props = {}) => Object.assign(document.createElement(tag), { textContent: text, ...props });
    document.documentElement.lang = language;
    document.title = t('title');
    box.replaceChildren(make('h2', t('elsewhereTitle'), { id: 'elsewhere-title' }), make('p', t('elsewhereText')),
      make('button', t('elsewhereTake'), { type: 'button', className: 'play', onclick: () => ask(true) }));
    box.hidden = false;
  }

  setTimeout(() => { if (turn === null) ask(); }, retry);
}

ask();
