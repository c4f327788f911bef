import { h } from './dom.js';
import { avatar, nameOf, recognition, values } from './parts.js';
import { reviews } from './reviews.js';

/** The customer's card: who it is and may be, what is known, each value with its source and time, and what was answered already. */
export function customerCard(conversation, ctx) {
  const { f, model, act } = ctx;
  const { customer } = conversation;
  const unfolded = model.unfolded.has(conversation.id);
  const many = customer.values.length + conversation.collected.length > 6;
  return h(
    'aside',
    { class: `side${unfolded ? ' unfolded' : ''}`, key: `side:${conversation.id}`, 'aria-label': f.t('customer') },
    h('div', { class: 'card' }, avatar(customer), h('div', null, nameOf(customer, f, 'h2'), recognition(customer, f))),
    reviews(conversation, ctx),
    h('div', { class: 'block answers' }, h('h3', null, f.t('collected')),
      conversation.collected.length > 0 ? values(conversation.collected, f, 'side') : h('p', { class: 'faint' }, f.t('noCollected'))),
    h('div', { class: 'block known' }, h('h3', null, f.t('knownValues')),
      customer.values.length > 0 ? values(customer.values, f, 'known') : h('p', { class: 'faint' }, f.t('noValues'))),
    many && h('button', {
      type: 'button', class: 'link fold', 'aria-expanded': String(unfolded), on: { click: () => act.toggle(model.unfolded, conversation.id) },
    }, f.t(unfolded ? 'showLess' : 'showAll')));
}
