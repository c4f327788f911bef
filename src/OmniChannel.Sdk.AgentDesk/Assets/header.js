import { h } from './dom.js';
import { icon } from './icons.js';
import { clockText, secondsOf } from './format.js';
import { counting } from './parts.js';

const states = { connecting: 'clock', live: 'check', lost: 'warn', denied: 'lock' };

/** Who works here, whether they take work, whether the page is live, and the floor as a supervisor sees it. */
export function header(ctx) {
  const { f, model, embedded } = ctx;
  const { agent, floor } = model.view;
  return h(
    'header',
    { class: 'top' },
    h('div', { class: 'me' },
      h('span', { class: 'avatar mine', 'aria-hidden': 'true' }, [...agent.name.trim()][0]),
      h(embedded ? 'h2' : 'h1', { class: 'agent' }, h('span', { class: 'unseen' }, `${f.t('desk')}: `), agent.name),
      h('span', { class: `connection is-${model.connection}`, role: 'status' }, icon(states[model.connection]), h('span', { class: 'word' }, f.t(`connection_${model.connection}`)))),
    strip(floor, ctx),
    presence(agent, ctx));
}

function strip(floor, { f, model }) {
  const longest = secondsOf(floor.longestWait);
  const since = new Date(Date.parse(model.view.now) - longest * 1000).toISOString();
  return h(
    'div',
    { class: 'strip', 'aria-label': f.t('floor'), role: 'group' },
    h('dl', { class: 'floor' },
      metric(f.t('floorWaiting'), floor.waiting, floor.waiting > 0),
      metric(f.t('floorLongest'), floor.waiting > 0 ? counting('since', since, { key: 'counts' }) : h('span', { key: 'still' }, clockText(0)), longest > 60),
      metric(f.t('floorFree'), floor.agentsFree, floor.agentsFree === 0),
      metric(f.t('floorUnanswered'), floor.unanswered, floor.unanswered > 0)));
}

const metric = (word, value, notable) => h('div', { class: `metric${notable ? ' notable' : ''}` }, h('dt', null, word), h('dd', { class: 'digits' }, value));

function presence(agent, { f, act, id }) {
  return h(
    'fieldset',
    { class: 'presence' },
    h('legend', { class: 'unseen' }, f.t('presence')),
    ['available', 'away', 'offline'].map(one => h(
      'label',
      { key: one, class: `is-${one}` },
      h('input', { type: 'radio', name: `presence-${id}`, value: one, checked: agent.presence === one, on: { change: () => act.presence(one) } }),
      h('span', null, f.t(`presence_${one}`)))));
}
