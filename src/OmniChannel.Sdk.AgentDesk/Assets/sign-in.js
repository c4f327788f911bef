import { h } from './dom.js';
import { icon } from './icons.js';
import { button, working } from './parts.js';

/** For an agent who was never signed in, and for a desk that does not know whose it is. */
export function signIn(ctx) {
  const { f, model, agent, embedded } = ctx;
  const field = (name, word, props = {}) => h('label', { class: 'field', key: name }, h('span', null, f.t(word)), h('input', { name, autocomplete: 'off', ...props }));
  return h(
    'form',
    {
      class: 'sign-in', key: 'sign-in', 'aria-labelledby': 'sign-in-title',
      on: {
        submit: event => {
          event.preventDefault();
          ctx.act.signIn(new FormData(event.target));
        },
      },
    },
    h('span', { class: 'badge', 'aria-hidden': 'true' }, icon('person')),
    h(embedded ? 'h2' : 'h1', { id: 'sign-in-title' }, f.t('signInTitle')),
    h('p', { class: 'faint' }, f.t('signInText')),
    !agent && field('agent', 'signInId', { required: true, pattern: '[^\\s\\/]+' }),
    field('displayName', 'signInName', { required: true }),
    field('skills', 'signInSkills'),
    field('capacity', 'signInCapacity', { type: 'number', min: '1', max: '99', required: true, initial: '3' }),
    field('phone', 'signInPhone'),
    h('button', { type: 'submit', class: 'button primary', ...working(model) }, icon('arrow'), h('span', null, f.t('signIn'))));
}

export const denied = ({ f, act, embedded }) => h(
  'section',
  { class: 'calm', key: 'denied', 'aria-label': f.t('desk') },
  h('span', { class: 'badge', 'aria-hidden': 'true' }, icon('lock')),
  h(embedded ? 'h2' : 'h1', null, f.t('deniedTitle')),
  h('p', { class: 'faint' }, f.t('deniedText')),
  button('back', f.t('retry'), act.start));

/** "ja, billing 2" as skills with levels. */
export const skillsOf = text => text.split(/[,、]/).map(part => part.trim()).filter(Boolean).map(part => {
  const match = /^(.*\S)\s+(\d+)$/.exec(part);
  return match ? { skill: match[1], level: Number(match[2]) } : { skill: part, level: 1 };
});

/** A number as typed, or a SIP address, as the address that calls are connected to; null for none. */
export function addressOf(text) {
  const plain = text.replace(/[\s()]/g, '');
  if (plain === '') {
    return null;
  }

  return /^(?:tel|sips?):/i.test(plain) ? plain : `${plain.includes('@') ? 'sip' : 'tel'}:${plain}`;
}
