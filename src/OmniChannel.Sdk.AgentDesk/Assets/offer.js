import { h } from './dom.js';
import { channelIcon, icon } from './icons.js';
import { avatar, button, counters, counting, nameOf, recognition, said, values, whyMe, working } from './parts.js';
import { authorOf } from './timeline.js';

/** The time an offer still has, as a ring; the text beside it says the same. */
export const ring = (offer, props = {}) => h(
  'span',
  { class: `ring ${props.class ?? ''}`.trim(), 'data-from': offer.offeredAt, 'data-until': offer.expiresAt, 'aria-hidden': 'true' },
  h(
    'svg',
    { viewBox: '0 0 36 36' },
    h('circle', { class: 'track', cx: 18, cy: 18, r: 15.9155 }),
    h('circle', { class: 'rest', cx: 18, cy: 18, r: 15.9155 })),
  counting('seconds', offer.expiresAt));

/** Everything that is known, above the button that takes it. */
export function offerCard(offer, ctx) {
  const { f } = ctx;
  const { conversation } = offer;
  return h(
    'section',
    { class: `offer ${offer.isCall ? 'call' : ''}`, key: offer.id, 'aria-labelledby': `offer-${offer.id}` },
    h(
      'header',
      { class: 'offer-head' },
      h('p', { class: 'kicker', id: `offer-${offer.id}` }, h('span', { class: 'pulse' }, icon(offer.isCall ? 'phone' : 'bell')), f.t(offer.isCall ? 'ringing' : 'offered')),
      counters(conversation, f)),
    h('div', { class: 'person' }, avatar(conversation.customer), h('div', null, nameOf(conversation.customer, f), recognition(conversation.customer, f))),
    question(conversation, f),
    h(
      'div',
      { class: 'facts' },
      h('div', { class: 'recent' }, h('h3', null, f.t('lastMessages')), lastMessages(conversation, f)),
      h('div', { class: 'answers' }, h('h3', null, f.t('collected')),
        conversation.collected.length > 0 ? values(conversation.collected, f, 'offer') : h('p', { class: 'faint' }, f.t('noCollected')))),
    h(
      'footer',
      { class: 'decide' },
      ring(offer),
      counting('left', offer.expiresAt, { class: 'left', role: 'timer' }),
      whyMe(offer.id, offer.why, ctx),
      h('span', { class: 'gap' }),
      button('cross', f.t('decline'), () => ctx.act.decline(offer), { ...working(ctx.model) }),
      button(offer.isCall ? 'phone' : 'check', f.t(offer.isCall ? 'answer' : 'accept'), () => ctx.act.accept(offer), { class: 'primary', ...working(ctx.model) })));
}

export const question = (conversation, f) => h(
  'div',
  { class: conversation.openQuestion ? 'question' : 'question answered' },
  h('h3', null, f.t('openQuestion')),
  conversation.openQuestion ? said(conversation.openQuestion, 'p') : h('p', { class: 'faint' }, f.t('noQuestion')),
  conversation.handOff?.reasonText && h('p', { class: 'faint' }, conversation.handOff.reasonText));

function lastMessages(conversation, f) {
  const last = conversation.entries.filter(entry => entry.kind === 'message' && entry.text).slice(-3);
  return last.length === 0
    ? h('p', { class: 'faint' }, f.t('noMessages'))
    : h('ol', null, last.map(entry => h(
      'li',
      { key: entry.id, class: `by-${entry.author}` },
      h('span', { class: 'where' }, channelIcon(entry.channel), h('span', { class: 'unseen' }, f.channel(entry.channel, entry.channelName))),
      said(entry.author === 'customer' ? f.who(conversation) : authorOf(entry, f), 'span', { class: 'author' }),
      said(entry.text, 'span', { class: 'text' }))));
}

/** Points at an offer while the agent is at work in another conversation. */
export function banner(offer, { f, act }) {
  const who = f.who(offer.conversation);
  return h(
    'div',
    { class: 'banner', key: 'banner' },
    ring(offer, { class: 'small' }),
    h('p', null,
      h('strong', { lang: null }, f.t(offer.isCall ? 'ringingBanner' : 'offeredBanner', { who })),
      offer.conversation.openQuestion && said(offer.conversation.openQuestion, 'span', { class: 'faint' })),
    counting('left', offer.expiresAt, { class: 'left' }),
    button('arrow', f.t('show'), () => act.select(offer.conversation.id), { class: 'small' }));
}
