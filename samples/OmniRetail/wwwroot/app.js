import { Hand } from './hand.js';
import { Player } from './player.js';
import { Stage } from './stage.js';
import { chapters, steps } from './story.js';
import { telling } from './telling.js';
import { Watch } from './watch.js';
import { labelsOf, languageOf, translator } from './words.js';

const query = new URLSearchParams(location.search);
const at = id => document.getElementById(id);
const stage = new Stage();
const watch = new Watch(at('watch'), stage);
const icons = {
  chat: 'M5 5h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-8l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z', sms: 'M8 3h8a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2Zm3 15h2',
  call: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2', transfer: 'M4 8h14m-4-4 4 4-4 4M20 16H6m4-4-4 4 4 4',
};
let t = translator('en');
let total = null;
let began = 0;
let took = 0;
let opening = null;

const player = new Player(steps, async (_, signal) => {
  closeEnd();
  await opening;
  await stage.begin();
  signal.throwIfAborted();
  began = performance.now();
  const ctx = telling(stage, watch, player, hand, signal);
  return Object.defineProperty(ctx, 'total', { get: () => total, set: value => { total = value; } });
});
const hand = new Hand(at('hand'), player);
player.speed = Number(query.get('speed')) || 1;
player.stopsAtEach = query.get('pause') === 'each';

function speak(language) {
  stage.language = language;
  document.documentElement.lang = language;
  t = translator(language);
  document.title = t('title');
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll('[data-label]')) node.setAttribute('aria-label', t(node.dataset.label));
  for (const button of document.querySelectorAll('[data-language]')) button.setAttribute('aria-pressed', String(button.dataset.language === language));
  document.querySelector('.whose').textContent = t('whose');
  for (const desk of Object.values(stage.desks)) {
    desk.setAttribute('lang', language);
    desk.labels = labelsOf(t);
  }

  for (const part of [stage.phone, stage.mailbox]) {
    part.setAttribute('lang', language);
    part.setAttribute('name', t('shopper'));
  }

  stage.phone.setAttribute('contact', t('contact'));
  stage.shop.words(t, language);
  watch.words(t);
  drawStepper();
  drawScript();
  draw();
}

function drawStepper() {
  document.querySelector('.stepper').replaceChildren(...chapters.map(chapter => {
    const item = document.createElement('li');
    item.dataset.chapter = chapter;
    item.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[chapter]}"/></svg>`;
    const word = document.createElement('span');
    word.textContent = t(`chapter_${chapter}`);
    const progress = document.createElement('i');
    progress.setAttribute('aria-hidden', 'true');
    item.append(word, progress);
    return item;
  }));
}

function drawScript() {
  at('script').replaceChildren(...steps.map(step => {
    const item = document.createElement('li');
    const chapter = document.createElement('b');
    chapter.textContent = t(`chapter_${step.chapter}`);
    item.append(chapter, ' ', step[stage.language]);
    return item;
  }));
}

function caption() {
  if (player.state === 'idle') return t('idle');
  if (player.state === 'done') return steps.at(-1)[stage.language];
  if (player.state === 'stuck') return t('stuck');
  if (player.hurrying || !player.step) return t('rewinding');
  return (player.state === 'paused' ? t('paused') : '') + player.step[stage.language];
}

function draw() {
  document.body.dataset.story = player.state;
  document.body.dataset.step = player.step?.id ?? '';
  const playing = player.state === 'playing';
  const word = playing ? 'pause' : player.state === 'paused' ? 'resume' : player.state === 'idle' ? 'play' : 'again';
  at('play').querySelector('span').textContent = t(word);
  at('play').dataset.does = word;
  at('back').disabled = player.state === 'idle' || (player.isOn && player.index < 1);
  if (at('caption').textContent !== caption()) at('caption').textContent = caption();
  const here = player.step ? chapters.indexOf(player.step.chapter) : -1;
  [...document.querySelectorAll('.stepper li')].forEach((item, index) => {
    const own = steps.filter(step => step.chapter === chapters[index]);
    const done = player.state === 'done' ? own.length : own.filter(step => steps.indexOf(step) < player.index).length;
    item.className = player.state === 'done' || index < here ? 'done' : index === here ? 'now' : '';
    item.style.setProperty('--done', done / own.length);
    item[index === here && player.isOn ? 'setAttribute' : 'removeAttribute']('aria-current', 'step');
  });
  [...at('script').children].forEach((item, index) => {
    item.className = player.state === 'done' || index < player.index ? 'done' : index === player.index ? 'now' : '';
  });
  for (const radio of document.querySelectorAll('[name=speed]')) radio.checked = Number(radio.value) === player.speed;
}

function closeEnd() {
  at('end').hidden = true;
}

function drawEnd() {
  const end = at('end');
  const channels = new Set(total?.legs.map(leg => leg.channel)).size;
  const make = (tag, text, props = {}) => Object.assign(document.createElement(tag), { textContent: text, ...props });
  const seconds = Math.round(took / 1000);
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const title = make('h2', t('endTitle', { n: channels, twice: total?.askedTwice ?? 0 }), { id: 'end-title' });
  const list = document.createElement('ul');
  list.append(...['try1', 'try2', 'try3', 'try4'].map(key => make('li', t(key))));
  const close = make('button', t('close'), { type: 'button', className: 'quiet', onclick: () => { closeEnd(); at('play').focus(); } });
  end.replaceChildren(title, make('p', t('endText', { time })), make('h3', t('endTry')), list, close);
  end.hidden = false;
}

player.addEventListener('change', () => {
  draw();
  if (player.state === 'done' && at('end').hidden) {
    took = performance.now() - began;
    drawEnd();
  }

  if (player.state !== 'playing') hand.hide();
});
at('play').addEventListener('click', () => {
  const does = { pause: () => player.pause(), resume: () => player.resume(), play: () => player.play(), again: () => player.play() };
  does[at('play').dataset.does]();
});
at('back').addEventListener('click', () => player.back());
for (const radio of document.querySelectorAll('[name=speed]')) {
  radio.addEventListener('change', () => { player.speed = Number(radio.value); });
}

for (const button of document.querySelectorAll('[data-language]')) {
  button.addEventListener('click', () => {
    speak(button.dataset.language);
    if (!at('end').hidden) drawEnd();
  });
}

for (const button of document.querySelectorAll('.views button')) {
  button.addEventListener('click', () => {
    const { view } = button.dataset;
    if (view === 'a' || view === 'b') stage.agent(view);
    document.body.dataset.view = view;
    drawViews();
  });
}

const drawViews = () => {
  for (const button of document.querySelectorAll('.views button')) {
    const { view } = button.dataset;
    button[view === document.body.dataset.view ? 'setAttribute' : 'removeAttribute']('aria-current', 'true');
    button.dataset.news = view === 'a' || view === 'b' ? stage.desks[view].view?.offers.length || '' : '';
  }
};

at('sms-down').addEventListener('click', () => { stage.smsDown = !stage.smsDown; });
let wasDown = false;
stage.addEventListener('change', () => {
  drawViews();
  at('sms-down').setAttribute('aria-checked', String(stage.smsDown));
  if (stage.smsDown !== wasDown) {
    wasDown = stage.smsDown;
    at('notice').textContent = t(wasDown ? 'smsDownOn' : 'smsDownOff');
    at('notice').hidden = false;
    clearTimeout(at('notice').timer);
    if (!wasDown) at('notice').timer = setTimeout(() => { at('notice').hidden = true; }, 6000);
  }
});

speak(languageOf(query.get('lang') ?? navigator.language));
stage.smsDown = false;
opening = stage.begin().catch(() => { at('caption').textContent = t('offline'); });
