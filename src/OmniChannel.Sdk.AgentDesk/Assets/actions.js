import { addressOf, skillsOf } from './sign-in.js';

/** What a person does on the desk. One thing at a time goes to the service; what it refuses is shown in its words. */
export function actionsOf(desk) {
  const { model } = desk;

  async function post(name, path, body) {
    if (model.busy !== null) {
      return false;
    }

    model.busy = name;
    desk.render();
    const answer = await desk.api.post(path, body);
    model.busy = null;
    model.notice = answer.accepted ? null : answer.text ?? desk.f.t(answer.code === 'forbidden' ? 'forbidden' : 'failed');
    if (model.notice) {
      desk.announce(model.notice, true);
    }

    desk.emit('omni-desk-action', { action: name, ...answer });
    desk.render();
    return answer.accepted;
  }

  const of = conversation => `conversations/${encodeURIComponent(conversation.id)}`;
  const offer = ({ id }, verb) => post(verb, `offers/${encodeURIComponent(id)}/${verb}`);

  return {
    start: () => desk.start(),
    scrolled: event => desk.scrolled(event.currentTarget),
    toEnd: () => desk.toEnd(),

    select(id) {
      model.select(id);
      desk.emit('omni-desk-select', { conversation: id });
      desk.render();
      desk.toEnd();
    },

    tab(name) {
      model.tab = name;
      desk.render();
      desk.toEnd();
    },

    toggle(set, id) {
      set[set.has(id) ? 'delete' : 'add'](id);
      desk.render();
    },

    dismiss() {
      model.notice = null;
      desk.render();
    },

    draft(id, text) {
      model.setDraft(id, text);
      desk.render();
    },

    noting(id, noting) {
      model.setNoting(id, noting);
      desk.render();
      desk.focusOn('.draft');
    },

    async accept(taken) {
      if (await offer(taken, 'accept')) {
        model.select(taken.conversation.id);
        desk.focusNext('.draft');
      }
    },

    async decline(left) {
      await offer(left, 'decline');
    },

    presence: presence => post('presence', 'presence', { presence }),
    resolve: (message, sendAgain) => post('resolve', `messages/${encodeURIComponent(message)}/resolve`, { sendAgain }),

    async send(conversation) {
      const { id, epoch } = conversation;
      const text = model.draft(id).trim();
      if (text === '') {
        return;
      }

      const [key, draft, noting] = [model.draftKey(id), model.draft(id), model.isNoting(id)];
      if (await (noting ? post('send', `${of(conversation)}/note`, { text }) : post('send', `${of(conversation)}/reply`, { text, epoch }))) {
        model.sent(key, draft);
        desk.render();
        desk.toEnd();
      }
    },

    openPanel(kind, conversation) {
      model.panel = model.panel?.kind === kind ? null : { kind, conversation };
      desk.render();
      desk.focusOn('[data-first]');
      if (kind === 'transfer') {
        desk.loadQueues();
      }
    },

    closePanel() {
      const kind = model.panel?.kind;
      model.panel = null;
      desk.render();
      desk.focusOn(`[data-action="${kind}"]`);
    },

    async command(conversation, kind) {
      if (await post(kind, `${of(conversation)}/${kind}`, { epoch: conversation.epoch })) {
        model.panel = null;
        desk.render();
      }
    },

    async transfer(conversation, target, note) {
      const at = target.indexOf(':');
      const [kind, value] = [target.slice(0, at), target.slice(at + 1)];
      const body = { [kind]: value, epoch: conversation.epoch, ...(note === '' ? {} : { note }) };
      if (await post('transfer', `${of(conversation)}/transfer`, body)) {
        model.panel = null;
        desk.render();
      }
    },

    async review(conversation, { first, second }, verb) {
      const path = `reviews/${encodeURIComponent(first)}/${encodeURIComponent(second)}/${verb}`;
      if (await post(`review-${verb}`, `${of(conversation)}/${path}`)) {
        desk.announce(desk.f.t(`reviewed_${verb}`), false);
      }

      await desk.loadReviews(true);
    },

    async signIn(form) {
      const text = name => form.get(name)?.trim() ?? '';
      if (text('agent') !== '') {
        desk.setAttribute('agent', text('agent'));
        desk.emit('omni-desk-agent', { agent: text('agent') });
        form.delete('agent');
        await null;
        return desk.act.signIn(form);
      }

      const signedIn = await post('sign-in', 'sign-in', {
        displayName: text('displayName'), skills: skillsOf(text('skills')), capacity: Number(text('capacity')), phone: addressOf(text('phone')),
      });
      return signedIn && desk.start();
    },
  };
}
