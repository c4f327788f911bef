import { clock, hub, icon, languageOf, make, sharedCss } from './omni-emulator.js';

const words = {
  en: {
    mailbox: 'Mailbox of', inbox: 'Inbox', compose: 'New mail', empty: 'No mail yet', pick: 'Pick a mail to read it', to: 'To', from: 'From',
    subject: 'Subject', text: 'Message', send: 'Send', cancel: 'Cancel', reply: 'Reply', code: 'Code', copy: 'Copy code', copied: 'Copied',
    sent: 'Sent', failed: 'Not delivered', sending: 'Sending…', offline: 'Not connected. Trying again…', arrived: 'New mail',
  },
  ja: {
    mailbox: 'メールボックス：', inbox: '受信トレイ', compose: '新規メール', empty: 'メールはまだありません', pick: 'メールを選択してください', to: '宛先', from: '差出人',
    subject: '件名', text: '本文', send: '送信', cancel: 'キャンセル', reply: '返信', code: '認証コード', copy: 'コードをコピー', copied: 'コピーしました',
    sent: '送信済み', failed: '送信できませんでした', sending: '送信中…', offline: '接続が切れました。再接続しています…', arrived: '新着メール',
  },
};

const css = `
:host { container-type: inline-size; }
.box { height: 100%; display: flex; flex-direction: column; overflow: hidden; border: 1px solid var(--_line); border-radius: 16px; background: var(--_page); }
header { display: flex; align-items: center; gap: 10px; padding: 12px 14px; border-bottom: 1px solid var(--_line); }
.who { flex: 1; min-width: 0; line-height: 1.35; }
.who .muted { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
h2 { font-size: 15px; font-weight: 650; }
.panes { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.list { flex: none; max-height: 42%; overflow-y: auto; border-bottom: 1px solid var(--_line); }
.empty { padding: 22px 14px; text-align: center; color: var(--_muted); }
.item { display: block; width: 100%; padding: 9px 14px; border: 0; border-left: 3px solid transparent; border-bottom: 1px solid var(--_line); background: none; text-align: start; }
.item:hover { background: var(--_soft); }
.item:focus-visible { outline-offset: -2px; }
.item[aria-current] { background: var(--_soft); border-left-color: var(--_accent); }
.row { display: flex; gap: 8px; align-items: baseline; }
.row > :first-child { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.unread b { font-weight: 700; } b { font-weight: 500; }
.unread .row:first-child > :first-child::before { content: ''; display: inline-block; width: 8px; height: 8px; margin-inline-end: 6px; border-radius: 50%; background: var(--_accent); vertical-align: 1px; }
.chip { flex: none; font-weight: 650; font-variant-numeric: tabular-nums; letter-spacing: .06em; border: 1px solid var(--_accent); border-radius: 6px; padding: 0 6px; color: var(--_accent); }
.pane { flex: 1; min-height: 0; min-width: 0; overflow-y: auto; padding: 14px; }
.pane h3 { margin: 0 0 8px; font-size: 16px; font-weight: 650; line-height: 1.4; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0 8px; margin: 0 0 12px; font-size: 12px; color: var(--_muted); }
dd { margin: 0; overflow-wrap: anywhere; }
.code { display: flex; align-items: center; gap: 10px; flex-wrap: wrap; margin: 0 0 12px; padding: 10px 14px; border: 1px solid var(--_accent); border-radius: 12px; background: var(--_soft); }
.code output { flex: 1; font-size: 26px; line-height: 1.2; font-weight: 700; letter-spacing: .14em; font-variant-numeric: tabular-nums; }
.code span { flex-basis: 100%; font-size: 12px; color: var(--_muted); }
.button { min-height: 36px; padding: 4px 14px; border: 1px solid var(--_muted); border-radius: 18px; background: var(--_page); font-weight: 600; }
.button.main { background: var(--_accent); border-color: transparent; color: var(--_on-accent); }
.body { margin: 0 0 14px; }
form label { display: block; margin-bottom: 10px; font-size: 12px; color: var(--_muted); }
input, textarea { display: block; width: 100%; margin-top: 2px; padding: 7px 10px; border: 1px solid var(--_muted); border-radius: 8px; background: var(--_page); color: var(--_text); font-size: 14px; }
textarea { min-height: 96px; resize: vertical; }
.acts { display: flex; gap: 8px; justify-content: flex-end; }
@container (min-width: 560px) {
  .panes { flex-direction: row; }
  .list { width: 40%; max-height: none; border-bottom: 0; border-inline-end: 1px solid var(--_line); }
}
`;

/**
 * A customer's mailbox. Attributes: base, address, name (whose it is), to (where new mail goes; the application's first inbox by default),
 * lang. Events: omni-mail-received (id, code), omni-mail-sent (id), omni-error.
 */
class OmniMailbox extends HTMLElement {
  static observedAttributes = ['base', 'address', 'name', 'to', 'lang'];
  #root = this.attachShadow({ mode: 'open' });
  #unsubscribe = null;
  #parts = {};
  #read = new Set();
  #known = null;
  #selected = null;
  #chosen = false;
  #draft = null;

  connectedCallback() { this.#start(); }

  disconnectedCallback() { this.#unsubscribe?.(); }

  attributeChangedCallback(name, before, after) {
    if (this.isConnected && before !== after) this.#start();
  }

  async compose({ subject = '', text, to }) {
    const id = await this.#post('mails', {
      from: this.#address, fromName: this.getAttribute('name') || undefined, to: to || this.getAttribute('to') || undefined, subject, text,
    });
    if (id) this.#emit('omni-mail-sent', { id });
    return id;
  }

  async reply(mailId, text) {
    const id = await this.#post(`mails/${mailId}/reply`, { text });
    if (id) this.#emit('omni-mail-sent', { id });
    return id;
  }

  get #address() { return this.getAttribute('address') ?? ''; }

  get #hub() { return hub(this.getAttribute('base')); }

  #start() {
    this.#unsubscribe?.();
    this.#known = this.#selected = this.#draft = null;
    this.#build();
    this.#unsubscribe = this.#hub.subscribe((state, online) => this.#render(state, online));
  }

  async #post(path, body) {
    try {
      return await this.#hub.post(path, body);
    } catch (error) {
      this.#parts.note.textContent = error.message;
      this.#parts.note.hidden = false;
      this.#emit('omni-error', { message: error.message });
      return undefined;
    }
  }

  #emit(type, detail) { this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })); }

  #build() {
    const w = words[languageOf(this)];
    const p = this.#parts = { w, items: new Map(), shown: null };
    p.note = make('p', { class: 'note', role: 'alert', hidden: true });
    p.live = make('p', { class: 'sr', role: 'status' });
    p.list = make('ul', { class: 'list', 'aria-label': w.inbox });
    p.pane = make('article', { class: 'pane', tabindex: 0, 'aria-label': w.text });
    p.new = make('button', { class: 'round', type: 'button', 'aria-label': w.compose, title: w.compose, onclick: () => this.#write(null) },
      icon('M12 20h9M16.5 3.5a2.1 2.1 0 0 1 3 3L7 19l-4 1 1-4Z'));
    this.#root.replaceChildren(make('style', { text: sharedCss + css }),
      make('section', { class: 'box', 'aria-label': `${w.mailbox} ${this.getAttribute('name') || this.#address}` },
        make('header', {}, make('div', { class: 'who' }, make('h2', { text: w.inbox }), make('div', { class: 'muted', text: this.#address })), p.new),
        p.note, p.live, make('div', { class: 'panes' }, p.list, p.pane)));
  }

  #render(state, online) {
    const p = this.#parts;
    if (!online || p.note.dataset.offline) {
      p.note.textContent = p.w.offline;
      p.note.hidden = online;
      p.note.dataset.offline = online ? '' : '1';
    }
    if (!state) return;
    const address = this.#address.toLowerCase();
    const mails = state.mails.filter((m) => (m.fromApplication ? m.to : m.from).toLowerCase() === address).reverse();
    this.#announce(mails);
    if (!mails.some((m) => m.id === this.#selected)) this.#chosen = false;
    if (!this.#chosen) this.#selected = (mails.find((m) => m.fromApplication) ?? mails[0])?.id ?? null;
    this.#renderList(mails);
    this.#renderPane(mails.find((m) => m.id === this.#selected) ?? null);
  }

  #announce(mails) {
    const before = this.#known;
    this.#known = new Set(mails.map((m) => m.id));
    for (const mail of before ? mails : []) {
      if (before.has(mail.id) || !mail.fromApplication) continue;
      const w = this.#parts.w;
      this.#parts.live.textContent = `${w.arrived}: ${mail.fromName || mail.from}, ${mail.subject}${mail.code ? `, ${w.code} ${mail.code}` : ''}`;
      this.#emit('omni-mail-received', { id: mail.id, code: mail.code });
      // What just came is shown, unless somebody is writing or reading something on purpose.
      if (!this.#draft && !this.#root.activeElement) this.#chosen = false;
    }
  }

  #renderList(mails) {
    const p = this.#parts;
    const wanted = mails.map((mail) => {
      const kept = p.items.get(mail.id);
      const item = kept ?? this.#makeItem(mail);
      const unread = mail.fromApplication && !this.#read.has(mail.id) && mail.id !== this.#selected;
      item.className = `item${unread ? ' unread' : ''}`;
      if (mail.id === this.#selected) item.setAttribute('aria-current', 'true'); else item.removeAttribute('aria-current');
      item.querySelector('.status').textContent = mail.fromApplication ? '' : p.w[mail.status === 'received' ? 'sent' : mail.status] ?? '';
      p.items.set(mail.id, item);
      return item.parentElement;
    });
    if (wanted.length === 0) {
      p.items.clear();
      p.list.replaceChildren(make('li', { class: 'empty', text: p.w.empty }));
    } else if (wanted.some((node, i) => p.list.children[i] !== node) || p.list.children.length !== wanted.length) {
      const focused = this.#root.activeElement;
      p.list.replaceChildren(...wanted);
      if (focused?.classList.contains('item')) focused.focus();
    }
  }

  #makeItem(mail) {
    const who = mail.fromApplication ? mail.fromName || mail.from : `${this.#parts.w.to}: ${mail.to}`;
    const item = make('button', { type: 'button', onclick: () => this.#open(mail.id) },
      make('span', { class: 'row' }, make('b', { text: who }), make('span', { class: 'muted', text: clock(mail.at, languageOf(this)) })),
      make('span', { class: 'row' }, make('span', { text: mail.subject || '—' }),
        mail.fromApplication && mail.code ? make('span', { class: 'chip', text: mail.code }) : null, make('span', { class: 'muted status' })));
    make('li', {}, item);
    return item;
  }

  #open(id) {
    this.#selected = id;
    this.#chosen = true;
    this.#draft = null;
    this.#parts.shown = null;
    this.#render(this.#hub.state, this.#hub.online);
  }

  #renderPane(mail) {
    const p = this.#parts;
    if (mail) this.#read.add(mail.id);
    const key = this.#draft ? 'draft' : mail?.id ?? '';
    if (p.shown === key) return;
    p.shown = key;
    if (this.#draft) return;
    if (!mail) {
      p.pane.replaceChildren(make('p', { class: 'empty', text: this.#known?.size ? p.w.pick : '' }));
      return;
    }
    p.pane.replaceChildren(
      make('h3', { text: mail.subject || '—' }),
      make('dl', {}, make('dt', { text: p.w.from }), make('dd', { text: mail.fromName ? `${mail.fromName} <${mail.from}>` : mail.from }),
        make('dt', { text: p.w.to }), make('dd', { text: mail.to })),
      mail.fromApplication && mail.code ? this.#codeBox(mail.code) : '',
      make('p', { class: 'body text', text: mail.text }),
      mail.fromApplication ? make('button', { class: 'button', type: 'button', text: p.w.reply, onclick: () => this.#write(mail) }) : '');
    p.pane.scrollTop = 0;
  }

  #codeBox(code) {
    const w = this.#parts.w;
    const copy = make('button', {
      class: 'button', type: 'button', text: w.copy,
      onclick: async () => {
        await navigator.clipboard?.writeText(code).catch(() => undefined);
        copy.textContent = w.copied;
      },
    });
    return make('div', { class: 'code' }, make('span', { text: w.code }), make('output', { text: code }), copy);
  }

  #write(answered) {
    const p = this.#parts;
    const w = p.w;
    this.#draft = { answered };
    p.shown = 'draft';
    const to = answered?.replyTo ?? (this.getAttribute('to') || this.#hub.state?.inboxes[0] || '');
    const subject = make('input', { name: 'subject', maxlength: 500, value: answered ? `Re: ${answered.subject.replace(/^re:\s*/i, '')}` : '', readonly: !!answered });
    const text = make('textarea', { name: 'text', required: true, maxlength: 20000 });
    p.pane.replaceChildren(make('form', { onsubmit: (event) => this.#submit(event, answered, subject.value, text.value) },
      make('label', {}, w.to, make('input', { value: to, readonly: true })),
      make('label', {}, w.subject, subject), make('label', {}, w.text, text),
      make('div', { class: 'acts' },
        make('button', { class: 'button', type: 'button', text: w.cancel, onclick: () => this.#close() }), make('button', { class: 'button main', text: w.send }))));
    (answered ? text : subject).focus();
  }

  async #submit(event, answered, subject, text) {
    event.preventDefault();
    const id = answered ? await this.reply(answered.id, text) : await this.compose({ subject, text });
    if (id) this.#close();
  }

  #close() {
    this.#draft = null;
    this.#parts.shown = null;
    this.#render(this.#hub.state, this.#hub.online);
    this.#parts.new.focus();
  }
}

customElements.define('omni-mailbox', OmniMailbox);
