import { h } from './dom.js';
import { channelIcon } from './icons.js';
import { avatar, counting, said } from './parts.js';
import { ring } from './offer.js';

/** Offers, then conversations: the list that the agent works from. */
export function inbox(ctx) {
  const { f, model } = ctx;
  const { offers, conversations } = model.view;
  return h(
    'nav',
    { class: offers.length + conversations.length === 1 ? 'inbox solo' : 'inbox', 'aria-label': f.t('inbox') },
    offers.length + conversations.length === 0 && h('p', { class: 'empty faint' }, f.t('inboxEmpty')),
    offers.length > 0 && group('offers', f.t('offersHead'), offers.map(offer => row(offer.conversation, offer, ctx)), offers.length),
    conversations.length > 0 && group('held', f.t('conversationsHead'), conversations.map(one => row(one, null, ctx)), conversations.length));
}

const group = (key, title, rows, count) => h(
  'div',
  { class: `group ${key}`, key },
  h('h2', null, title, h('span', { class: 'count digits' }, count)),
  h('ul', null, rows));

function row(conversation, offer, { f, model, act }) {
  const last = conversation.entries.findLast(entry => entry.kind === 'message' && entry.text);
  const leg = conversation.legs.at(-1);
  const current = model.selected === conversation.id;
  return h(
    'li',
    { key: conversation.id },
    h(
      'button',
      {
        type: 'button',
        class: `row${offer ? ' pending' : ''}${model.unread.has(conversation.id) ? ' unread' : ''}`,
        'aria-current': current ? 'true' : null,
        on: { click: () => act.select(conversation.id) },
      },
      offer ? ring(offer, { class: 'small' }) : avatar(conversation.customer),
      h('span', { class: 'who' }, said(f.who(conversation), 'span', { class: 'full' }),
        leg && h('span', { class: 'on' }, channelIcon(leg.channel), f.channel(leg.channel, leg.displayName))),
      h('span', { class: 'gist' }, last ? said(last.text) : said(conversation.openQuestion ?? '')),
      offer
        ? h('span', { class: 'state hot' }, f.t(offer.isCall ? 'ringing' : 'offered'))
        : conversation.call
          ? h('span', { class: 'state hot' }, f.t(`call_${conversation.call}`))
          : conversation.unansweredSince && counting('waits', conversation.unansweredSince, { class: 'state' })));
}
