import { h } from './dom.js';
import { icon } from './icons.js';
import { button, working } from './parts.js';

/** Below the timeline: what the agent says, or one decision about the conversation, in the same place. */
export function foot(conversation, ctx) {
  const { model } = ctx;
  const kind = model.panel?.conversation === conversation.id ? model.panel.kind : null;
  return h(
    'section',
    { class: 'foot', key: `foot:${conversation.id}`, 'aria-label': ctx.f.t('composer') },
    kind === 'transfer' ? transfer(conversation, ctx) : kind ? confirm(kind, conversation, ctx) : composer(conversation, ctx));
}

function composer(conversation, ctx) {
  const { f, model, act } = ctx;
  const noting = model.isNoting(conversation.id);
  const draft = model.draft(conversation.id);
  const who = f.who(conversation);
  const send = () => act.send(conversation);
  const label = noting ? f.t('noteFor') : f.t('replyTo', { who });
  return h(
    'div',
    { class: `composer${noting ? ' noting' : ''}`, key: 'composer' },
    h(
      'div',
      { class: 'modes', role: 'group', 'aria-label': f.t('replyMode') },
      mode(false, 'chat', f.t('reply')),
      mode(true, 'lock', f.t('note')),
      h('span', { class: 'gap' }),
      h('span', { class: 'route' }, ...(noting ? [icon('lock'), f.t('privateNote')] : [icon('arrow'), route(conversation, f)]))),
    h(
      'div',
      { class: 'write' },
      h('textarea', {
        key: 'text', rows: '2', class: 'draft', 'aria-label': label, placeholder: label, value: draft, lang: f.language,
        on: {
          input: event => act.draft(conversation.id, event.target.value),
          keydown: event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
              event.preventDefault();
              send();
            }
          },
        },
      }),
      button(noting ? 'lock' : 'send', f.t(model.busy === 'send' ? 'busy' : noting ? 'saveNote' : 'send'), send, {
        class: 'primary send', 'aria-disabled': draft.trim() === '' || model.busy === 'send' ? 'true' : null, title: f.t('keys'), 'aria-keyshortcuts': 'Control+Enter',
      })));

  function mode(value, name, word) {
    return h('button', {
      type: 'button', class: 'mode', key: word, 'aria-pressed': String(noting === value), on: { click: () => act.noting(conversation.id, value) },
    }, icon(name), word);
  }
}

/** By which channel a reply goes, as far as the desk can know; the engine decides when it is sent. */
function route(conversation, f) {
  const leg = conversation.legs.at(-1);
  if (!leg) {
    return '';
  }

  if (leg.channel === 'voice') {
    return f.t('goesCall');
  }

  return leg.channel === 'web-chat' && !leg.isPresent ? f.t('goesAway') : f.t('goesBy', { channel: f.channel(leg.channel, leg.displayName) });
}

/** Escape closes what is open in place, and the focus goes back to where it came from. */
const panel = (title, ctx, submit, ...body) => h(
  'form',
  {
    class: 'panel', key: title, role: 'dialog', 'aria-label': title,
    on: {
      submit: event => {
        event.preventDefault();
        submit(event.target);
      },
      keydown: event => event.key === 'Escape' && ctx.act.closePanel(),
    },
  },
  h('h3', null, title),
  body);

const decide = (word, name, ctx) => h(
  'div',
  { class: 'buttons' },
  button(null, ctx.f.t('cancel'), () => ctx.act.closePanel()),
  h('button', { type: 'submit', class: 'button primary', 'data-first': name === 'transfer' ? null : 'true', ...working(ctx.model) }, icon(icons[name]), h('span', null, word)));

export const icons = { transfer: 'swap', escalate: 'up', release: 'back', close: 'check' };

const confirm = (kind, conversation, ctx) => panel(
  ctx.f.t(`confirm_${kind}`),
  ctx,
  () => ctx.act.command(conversation, kind),
  decide(ctx.f.t(kind), kind, ctx));

function transfer(conversation, ctx) {
  const { f, model } = ctx;
  const pick = (prefix, value, text) => h('option', { key: `${prefix}:${value}`, value: `${prefix}:${value}` }, text);
  return panel(
    f.t('transferTitle'),
    ctx,
    form => ctx.act.transfer(conversation, form.elements.to.value, form.elements.note.value.trim()),
    h('label', { class: 'field' }, h('span', null, f.t('transferTo')), h(
      'select',
      { name: 'to', required: true, 'data-first': 'true', 'aria-label': f.t('transferTo') },
      h('option', { key: 'none', value: '' }, f.t('transferPick')),
      model.view.colleagues.length > 0 && h('optgroup', { key: 'colleagues', label: f.t('colleagues') }, model.view.colleagues.map(one => pick(
        'agent', one.id, f.t('colleague', { name: one.name, presence: f.t(`presence_${one.presence}`), load: one.load, capacity: one.capacity })))),
      model.queues.length > 0 && h('optgroup', { key: 'queues', label: f.t('queues') }, model.queues.map(queue => pick('queue', queue, queue))))),
    h('label', { class: 'field private' }, h('span', null, icon('lock'), f.t('transferNote')), h('textarea', { name: 'note', rows: '2', lang: f.language })),
    decide(f.t('transfer'), 'transfer', ctx));
}
