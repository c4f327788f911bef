import { h } from './dom.js';
import { icon } from './icons.js';
import { button, said, working } from './parts.js';

/** Who may be the same person as the customer: why, why not, and what the agent says to it. */
export function reviews(conversation, ctx) {
  const { f, model } = ctx;
  const list = model.reviewsOf(conversation);
  return list.length > 0 && h(
    'section',
    { class: 'block reviews', key: 'reviews', 'aria-label': f.t('reviews') },
    h('h3', null, f.t('reviews')),
    list.map(review => one(review, conversation, ctx)));
}

function one(review, conversation, ctx) {
  const { f, model, act } = ctx;
  const decide = (name, verb, word) => button(name, word, () => act.review(conversation, review, verb), { class: 'small', ...working(model) });
  return h(
    'article',
    { class: 'review', key: `${review.first}:${review.second}` },
    h('p', { class: 'likeness' },
      review.name ? said(review.name, 'span', { class: 'full' }) : h('span', { class: 'full unnamed' }, f.t('unnamed')),
      review.nameKana && h('span', { class: 'kana', lang: 'ja' }, review.nameKana),
      h('span', { class: 'chance digits' }, f.t('chance', { n: chanceOf(review.probability) }))),
    h('ul', { class: 'reasons' }, review.reasons.map(reason => h(
      'li',
      { key: `${reason.field}:${reason.level}`, class: reason.speaksFor ? 'pro' : 'contra' },
      icon(reason.speaksFor ? 'check' : 'cross'),
      h('span', { class: 'unseen' }, f.t(reason.speaksFor ? 'speaksFor' : 'speaksAgainst')),
      f.t('reason', { field: fieldOf(reason.field, f), level: f.level(reason.level) })))),
    h('div', { class: 'buttons' },
      decide('check', 'accept', f.t('reviewAccept')),
      decide('pause', 'dismiss', f.t('reviewDismiss')),
      decide('cross', 'never', f.t('reviewNever'))));
}

/** Never a full hundred: somebody is asked because nobody knows. */
const chanceOf = probability => Math.min(99, Math.max(1, Math.round(probability * 100)));

const fieldOf = (field, f) => field.split(' ~ ').map(name => f.label(name)).join(' + ');
