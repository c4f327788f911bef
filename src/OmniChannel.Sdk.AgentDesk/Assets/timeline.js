import { h } from './dom.js';
import { channelIcon, icon } from './icons.js';
import { button, said, working } from './parts.js';

const quiet = {
  collected: 'tag', handOff: 'swap', queued: 'queue', offered: 'bell', offerEnded: 'bell', assigned: 'person', verification: 'shield',
  recognised: 'eye', call: 'phone', presence: 'person', consent: 'check', joined: 'link', closed: 'check', reopened: 'back', unreadable: 'warn', delivery: 'send',
};

const delivery = {
  queued: 'clock', sending: 'send', unknown: 'help', sent: 'check', delivered: 'checks', read: 'eye', failed: 'warn', held: 'pause',
};

/** The one timeline: what was said on every channel, and quietly what happened around it. */
export function timeline(conversation, ctx) {
  const { f } = ctx;
  const days = new Set();
  const items = [];
  let last = null;
  conversation.entries.forEach((entry, index) => {
    const day = f.day(entry.at);
    if (!days.has(day)) {
      days.add(day);
      items.push(h('li', { class: 'day', key: `day:${day}` }, h('time', { datetime: entry.at.slice(0, 10) }, day)));
      last = null;
    }

    const follows = last && entry.kind === 'message' && last.kind === 'message' && last.author === entry.author && last.authorName === entry.authorName
      && Date.parse(entry.at) - Date.parse(last.at) < 180_000;
    items.push(item(entry, conversation, index, follows, ctx));
    last = entry;
  });
  return h('ol', { class: 'timeline' }, items);
}

function item(entry, conversation, index, follows, ctx) {
  switch (entry.kind) {
    case 'message': return message(entry, conversation, index, follows, ctx);
    case 'note': return note(entry, ctx);
    case 'legStarted': return divider(entry, conversation, ctx);
    default: return line(entry, ctx);
  }
}

export function authorOf(entry, f) {
  if (entry.author === 'bot') {
    return entry.authorName ? f.t('botNamed', { name: entry.authorName }) : f.t('author_bot');
  }

  return entry.authorName ?? f.t(`author_${entry.author}`);
}

function message(entry, conversation, index, follows, ctx) {
  const { f } = ctx;
  const who = entry.author === 'customer' ? f.who(conversation) : authorOf(entry, f);
  return h(
    'li',
    { class: `entry said by-${entry.author}${follows ? ' follows' : ''}`, key: entry.id, 'data-kind': entry.kind },
    h(
      'p',
      { class: 'byline' },
      entry.author === 'bot' && icon('bot'),
      said(who, 'span', { class: 'author' }),
      h('time', { class: 'digits', datetime: entry.at }, f.time(entry.at)),
      entry.channelName && h('span', { class: 'unseen' }, f.channel(entry.channel, entry.channelName))),
    entry.text ? said(entry.text, 'p', { class: 'bubble' }) : h('p', { class: 'bubble gone' }, f.t('erased')),
    entry.options.length > 0 && options(entry, conversation, index, f),
    entry.delivery && receipt(entry, ctx));
}

function options(entry, conversation, index, f) {
  const answer = conversation.entries.slice(index + 1).find(next => next.kind === 'message' && next.author === 'customer')?.text?.trim();
  return h(
    'ul',
    { class: 'options', 'aria-label': f.t('options') },
    entry.options.map((label, at) => {
      const chosen = label.trim() === answer;
      return h(
        'li',
        { class: chosen ? 'option chosen' : 'option', key: `${at}:${label}`, lang: null },
        chosen && icon('check'),
        said(label),
        chosen && h('span', { class: 'unseen' }, ` (${f.t('chosen')})`));
    }));
}

function receipt(entry, { f, act, model }) {
  const trouble = ['failed', 'held', 'unknown'].includes(entry.delivery);
  return h(
    'div',
    { class: `receipt is-${entry.delivery}${trouble ? ' trouble' : ''}`, 'data-delivery': entry.delivery },
    h('p', null,
      h('span', { class: 'state' }, icon(delivery[entry.delivery] ?? 'send'), f.t(`delivery_${entry.delivery}`)),
      entry.deliveryReason && h('span', { class: 'because', lang: f.language }, entry.deliveryReason),
      !entry.deliveryReason && entry.reason && h('span', { class: 'because', lang: f.language }, entry.reason)),
    entry.delivery === 'unknown' && entry.message && h(
      'p',
      { class: 'resolve' },
      button('send', f.t('sendAgain'), () => act.resolve(entry.message, true), { class: 'small', ...working(model) }),
      button('check', f.t('itArrived'), () => act.resolve(entry.message, false), { class: 'small', ...working(model) })));
}

const note = (entry, { f }) => h(
  'li',
  { class: 'entry note', key: entry.id, 'data-kind': 'note' },
  h('p', { class: 'private' }, icon('lock'), f.t('privateNote')),
  said(entry.text ?? f.t('erased'), 'p', { class: 'words' }),
  h('p', { class: 'byline' }, said(authorOf(entry, f), 'span', { class: 'author' }), h('time', { class: 'digits', datetime: entry.at }, f.time(entry.at))));

function divider(entry, conversation, { f }) {
  const name = (channel, given) => f.channel(channel, given ?? conversation.legs.find(leg => leg.channel === channel)?.displayName);
  const channel = name(entry.channel, entry.channelName);
  return h(
    'li',
    { class: 'entry divider', key: entry.id, 'data-kind': 'legStarted', 'data-channel': entry.channel },
    h(
      'p',
      { class: 'switch' },
      h('span', { class: 'channel' }, channelIcon(entry.channel), f.t(entry.fromChannel ? 'switched' : 'began', { channel })),
      h('time', { class: 'digits', datetime: entry.at }, f.time(entry.at))),
    (entry.reason || entry.fromChannel) && h(
      'p',
      { class: 'because', lang: f.language },
      [entry.fromChannel && f.t('from', { channel: name(entry.fromChannel) }), entry.reason].filter(Boolean).join(' · ')));
}

function line(entry, { f }) {
  const word = entry.kind === 'assigned'
    ? f.t('kind_assigned', { name: authorOf(entry, f) })
    : entry.kind === 'collected' && entry.slot ? f.label(entry.slot) : f.t(`kind_${entry.kind}`);
  return h(
    'li',
    { class: `entry line kind-${entry.kind}`, key: entry.id, 'data-kind': entry.kind },
    icon(quiet[entry.kind] ?? 'clock'),
    h(
      'p',
      null,
      h('span', { class: 'word' }, word),
      entry.text && said(entry.text, 'span', { class: 'what' }),
      entry.reason && h('span', { class: 'because', lang: f.language }, entry.reason)),
    h('time', { class: 'digits', datetime: entry.at }, f.time(entry.at)));
}
