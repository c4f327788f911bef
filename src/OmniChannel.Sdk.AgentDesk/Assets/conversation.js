import { h } from './dom.js';
import { icon } from './icons.js';
import { avatar, button, counters, counting, nameOf, recognition, whyMe } from './parts.js';
import { foot, icons } from './composer.js';
import { customerCard } from './customer.js';
import { banner, offerCard, question } from './offer.js';
import { timeline } from './timeline.js';

/** The selected offer or conversation: head, customer, timeline, and what can be done. */
export function work(ctx) {
  const { f, model } = ctx;
  const current = model.current;
  if (!current) {
    return [empty(ctx)];
  }

  const { offer, conversation } = current;
  return [
    h('div', { class: 'head', key: `head:${conversation.id}` },
      model.elsewhere && banner(model.elsewhere, ctx),
      offer ? offerCard(offer, ctx) : head(conversation, ctx)),
    customerCard(conversation, ctx),
    h('section', { class: 'stage', key: `stage:${conversation.id}`, 'aria-label': f.t('timeline') },
      h('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': f.t('timeline'), on: { scroll: ctx.act.scrolled } }, timeline(conversation, ctx)),
      h('button', { type: 'button', class: 'button small below', hidden: !model.below, on: { click: ctx.act.toEnd } }, icon('down'), h('span', null, f.t('newMessages')))),
    !offer && foot(conversation, ctx),
  ];
}

function head(conversation, ctx) {
  const { f, model, act } = ctx;
  const present = conversation.legs.at(-1)?.isPresent;
  return h(
    'header',
    { class: 'about', key: 'about' },
    h('div', { class: 'person' },
      avatar(conversation.customer),
      h('div', null, nameOf(conversation.customer, f), recognition(conversation.customer, f)),
      h('p', { class: 'signs' },
        conversation.call && h('span', { class: 'sign hot', key: 'call' }, icon('phone'), f.t(`call_${conversation.call}`)),
        present && h('span', { class: 'sign good', key: 'here' }, icon('person'), f.t('here')),
        conversation.unansweredSince && h('span', { class: 'sign warn', key: 'waits' }, icon('clock'), counting('waits', conversation.unansweredSince))),
      whyMe(conversation.id, conversation.why, ctx)),
    question(conversation, f),
    h('div', { class: 'tools' },
      counters(conversation, f),
      h('div', { class: 'actions', role: 'group', 'aria-label': f.t('actions') },
        ['transfer', 'escalate', 'release', 'close'].map(kind => button(icons[kind], f.t(kind), () => act.openPanel(kind, conversation.id), {
          key: kind, class: 'small', 'data-action': kind, 'aria-expanded': String(model.panel?.kind === kind),
        })))));
}

function empty({ f, model }) {
  const away = model.view.agent.presence !== 'available';
  return h(
    'section',
    { class: 'calm', key: 'calm', 'aria-label': f.t('conversation') },
    h('span', { class: 'badge', 'aria-hidden': 'true' }, icon(away ? 'pause' : 'inbox')),
    h('h2', null, f.t(away ? 'awayTitle' : 'calmTitle')),
    h('p', { class: 'faint' }, f.t(away ? 'awayText' : 'calmText')));
}
