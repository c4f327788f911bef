import { h } from './dom.js';
import { channelIcon, icon } from './icons.js';
import { scriptOf } from './format.js';

/** A button with icon and word. */
export const button = (name, word, click, props = {}) => h(
  'button',
  { type: 'button', ...props, class: `button ${props.class ?? ''}`.trim(), on: { click } },
  name && icon(name),
  h('span', null, word));

/** While something is under way, buttons say so but keep the focus. */
export const working = model => ({ 'aria-disabled': model.busy === null ? null : 'true' });

/** Text as somebody wrote it, in the letters it needs. */
export const said = (text, tag = 'span', props = {}) => h(tag, { lang: scriptOf(text), ...props }, text);

/** A time that counts on its own; see ticker.js. */
export const counting = (kind, at, props = {}) => h('span', { ...props, class: `digits ${props.class ?? ''}`.trim(), 'data-tick': kind, 'data-at': at, opaque: true });

const marks = { verified: 'shield', observed: 'eye', record: 'tag', possible: 'help', claimed: 'help', unknown: 'help' };

/** By what somebody was recognised and how surely: icon, word and sentence. */
export function recognition(customer, f) {
  const level = customer.recognition.split('.').at(-1);
  const known = level in marks ? level : 'unknown';
  return h(
    'p',
    { class: `recognition sure-${known}` },
    h('span', { class: 'sure' }, icon(marks[known]), f.t(`sure_${known}`)),
    h('span', { class: 'because', lang: f.language }, customer.recognitionText));
}

/** Name and kana, or that there is none. */
export const nameOf = (customer, f, tag = 'h2') => h(
  tag,
  { class: 'name' },
  customer.name ? said(customer.name, 'span', { class: 'full' }) : h('span', { class: 'full unnamed' }, f.t('visitor')),
  customer.name && customer.nameKana && h('span', { class: 'kana', lang: 'ja' }, customer.nameKana));

export const avatar = customer => h(
  'span',
  { class: 'avatar', 'aria-hidden': 'true' },
  customer.name ? [...customer.name.trim()][0] : icon('person'));

/** The two promises that are always on screen. */
export function counters(conversation, f) {
  const channels = [...new Map(conversation.legs.map(leg => [leg.channel, leg])).values()];
  return h(
    'ul',
    { class: 'counters' },
    h('li', { class: `counter ${conversation.askedTwice === 0 ? 'good' : 'bad'}` },
      icon(conversation.askedTwice === 0 ? 'check' : 'warn'), f.t('askedTwice', { n: conversation.askedTwice })),
    conversation.repeatContacts > 0 && h('li', { class: 'counter bad', key: 'repeats' }, icon('warn'), f.t('repeatContacts', { n: conversation.repeatContacts })),
    h('li', { class: 'counter' },
      icon('link'),
      channels.length === 1 ? f.t('oneChannel') : f.t('channels', { n: channels.length })),
    h('li', { class: 'trail' }, channels.map(leg => h(
      'span',
      { class: 'leg', key: leg.channel },
      channelIcon(leg.channel),
      h('span', { class: 'word' }, f.channel(leg.channel, leg.displayName))))));
}

let tips = 0;
const tipIds = new Map();
const tipId = key => {
  if (!tipIds.has(key)) {
    tipIds.set(key, `tip-${++tips}`);
  }

  return tipIds.get(key);
};

/** Values with source and time, which show on focus and on hover. */
export const values = (list, f, place) => h(
  'dl',
  { class: 'values' },
  list.map((value, index) => {
    const id = tipId(`${place}:${value.name}:${index}`);
    return h(
      'div',
      { class: 'value', key: `${value.name}:${index}` },
      h('dt', null, f.label(value.name)),
      h(
        'dd',
        { tabindex: '0', 'aria-describedby': id, on: { keydown: event => event.key === 'Escape' && event.currentTarget.blur() } },
        said(value.value, 'span', { class: 'text' }),
        h('span', { class: 'tip', role: 'tooltip', id }, f.t('valueFrom', { source: value.source, at: f.full(value.at) }))));
  }));

/** A question that opens one plain sentence. */
export function whyMe(id, sentence, ctx) {
  const { f, model } = ctx;
  const open = model.whyOpen.has(id);
  return sentence && h(
    'div',
    { class: 'why' },
    h('button', {
      type: 'button', class: 'link', 'aria-expanded': String(open), 'aria-controls': `why-${id}`,
      on: { click: () => ctx.act.toggle(model.whyOpen, id) },
    }, f.t('whyMe')),
    h('p', { id: `why-${id}`, hidden: !open, lang: f.language }, sentence));
}
