import { clock, hub, icon, languageOf, make, phoneIcon, sharedCss } from './omni-emulator.js';

const words = {
  en: {
    phone: 'Phone of', messages: 'Messages', empty: 'No messages yet', write: 'Text message', send: 'Send', call: 'Call', you: 'You',
    hangUp: 'Hang up', keypad: 'Keypad', hideKeypad: 'Hide keypad', say: 'Say something', sayButton: 'Say', captions: 'Live captions',
    offline: 'Not connected. Trying again…', sending: 'Sending…', failed: 'Not delivered', received: 'Delivered', star: 'star', hash: 'hash',
    ringing: 'Ringing…', speaking: 'In call', listening: 'Listening: speak or press keys', holding: 'On hold', connecting: 'Connecting you to a person…',
    talking: 'Talking with', agent: 'Agent', ended: 'Call ended', noAnswer: 'Call not answered', callFailed: 'Call failed', line: 'Announcement', key: 'Key',
  },
  ja: {
    phone: '電話：', messages: 'メッセージ', empty: 'メッセージはまだありません', write: 'メッセージを入力', send: '送信', call: '電話をかける', you: '自分',
    hangUp: '電話を切る', keypad: 'キーパッド', hideKeypad: 'キーパッドを閉じる', say: '話す内容を入力', sayButton: '話す', captions: '通話の字幕',
    offline: '接続が切れました。再接続しています…', sending: '送信中…', failed: '送信できませんでした', received: '送信済み', star: 'こめじるし', hash: 'シャープ',
    ringing: '呼び出し中…', speaking: '通話中', listening: 'お話しいただくか、番号を押してください', holding: '保留中', connecting: '担当者におつなぎしています…',
    talking: '通話中：', agent: '担当者', ended: '通話終了', noAnswer: '応答がありませんでした', callFailed: '通話できませんでした', line: '音声案内', key: 'キー',
  },
};

const css = `
.frame { height: 100%; padding: 9px; border-radius: 40px; background: var(--_frame); border: 1px solid var(--_line); }
.screen { position: relative; height: 100%; display: flex; flex-direction: column; overflow: hidden; border-radius: 31px; background: var(--_page); }
header { display: flex; align-items: center; gap: 10px; padding: 14px 14px 10px; border-bottom: 1px solid var(--_line); }
.avatar { display: grid; place-items: center; width: 38px; height: 38px; border-radius: 50%; background: var(--_soft); font-weight: 650; flex: none; }
.who { flex: 1; min-width: 0; line-height: 1.3; }
h2 { font-size: 15px; font-weight: 650; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.thread { flex: 1; min-height: 0; overflow-y: auto; padding: 12px; display: flex; flex-direction: column; gap: 6px; overscroll-behavior: contain; }
.empty { margin: auto; color: var(--_muted); }
.thread > * { max-width: 84%; display: flex; flex-direction: column; }
.bubble { padding: 7px 12px; border-radius: 18px; }
.in { align-self: flex-start; } .in .bubble { background: var(--_soft); border-bottom-left-radius: 5px; }
.out { align-self: flex-end; align-items: flex-end; } .out .bubble { background: var(--_accent); color: var(--_on-accent); border-bottom-right-radius: 5px; }
.thread .mark { align-self: center; color: var(--_muted); font-size: 12px; padding: 4px 10px; }
.bad { color: var(--_danger); font-weight: 600; }
form { display: flex; gap: 8px; align-items: flex-end; padding: 10px 12px 14px; border-top: 1px solid var(--_line); }
textarea, input { flex: 1; min-width: 0; resize: none; border: 1px solid var(--_muted); border-radius: 20px; background: var(--_page); padding: 8px 14px; line-height: 1.5; }
textarea { field-sizing: content; min-height: 40px; max-height: 112px; }
.dial { background: var(--_soft); color: var(--_good); }
.call { position: absolute; inset: 0; display: flex; flex-direction: column; background: var(--_page); }
.call .top { text-align: center; padding: 18px 16px 8px; }
.call h2 { font-size: 18px; white-space: normal; }
.call .top .avatar { width: 52px; height: 52px; font-size: 18px; margin: 0 auto 6px; }
.call .state { color: var(--_muted); min-height: 1.5em; }
.time { font-variant-numeric: tabular-nums; }
.captions { flex: 1; min-height: 0; overflow-y: auto; margin: 0 12px; padding: 10px 12px; border-radius: 16px; background: var(--_soft); display: flex; flex-direction: column; gap: 8px; }
.captions b { display: block; font-size: 12px; font-weight: 600; color: var(--_muted); }
.captions .caller { align-self: flex-end; text-align: right; }
.captions .agent { border-left: 3px solid var(--_accent); padding-left: 8px; }
.keys { display: grid; grid-template-columns: repeat(3, 56px); gap: 6px 18px; justify-content: center; padding: 10px 0 0; }
.keys button { height: 42px; border: 1px solid var(--_line); border-radius: 21px; background: var(--_soft); font-size: 18px; font-weight: 600; }
.keys button:hover { border-color: var(--_accent); }
.call form { border: 0; padding: 10px 12px 0; }
.acts { display: flex; justify-content: center; gap: 12px; padding: 12px 12px 16px; }
.pill { display: inline-flex; align-items: center; gap: 8px; min-height: 44px; padding: 6px 16px; white-space: nowrap; border-radius: 22px; border: 1px solid var(--_muted); background: none; font-weight: 600; }
.pill.end { background: var(--omni-hang-up, #c22b3a); border-color: transparent; color: #fff; }
.pill.end .icon { transform: rotate(135deg); }
.say { border: 0; border-radius: 20px; background: var(--_accent); color: var(--_on-accent); min-height: 40px; padding: 0 16px; font-weight: 600; flex: none; }
`;

/**
 * A customer's phone. Attributes: base, number, contact (a name for the other side), contact-number (the application's number; the first
 * by default), name (whose phone it is), lang. Events: omni-sms-sent, omni-call-started, omni-call-ended, omni-error.
 */
class OmniPhone extends HTMLElement {
  static observedAttributes = ['base', 'number', 'contact', 'contact-number', 'name', 'lang'];
  #root = this.attachShadow({ mode: 'open' });
  #unsubscribe = null;
  #call = null;
  #ticker = 0;
  #parts = {};

  connectedCallback() { this.#start(); }

  disconnectedCallback() { this.#stop(); }

  attributeChangedCallback(name, before, after) {
    if (this.isConnected && before !== after) this.#start();
  }

  async send(text) {
    const id = await this.#post('sms', { from: this.#number, to: this.getAttribute('contact-number') || undefined, text });
    if (id) this.#emit('omni-sms-sent', { id });
  }

  async call() {
    const id = await this.#post('calls', { from: this.#number, to: this.getAttribute('contact-number') || undefined });
    if (id) this.#emit('omni-call-started', { id });
  }

  press(digits) { return this.#act('digits', { digits }); }

  speak(text) { return this.#act('speak', { text }); }

  hangUp() { return this.#act('hangup'); }

  get #number() { return (this.getAttribute('number') ?? '').replace(/[\s()-]/g, ''); }

  get #hub() { return hub(this.getAttribute('base')); }

  get #words() { return words[languageOf(this)]; }

  #start() {
    this.#stop();
    this.#build();
    this.#unsubscribe = this.#hub.subscribe((state, online) => this.#render(state, online));
  }

  #stop() {
    this.#unsubscribe?.();
    clearInterval(this.#ticker);
    this.#ticker = 0;
  }

  #act(action, body) { return this.#call ? this.#post(`calls/${this.#call.sid}/${action}`, body) : Promise.resolve(); }

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
    const w = this.#words;
    const p = this.#parts = { w, items: new Map(), lines: 0 };
    this.#call = null;
    p.note = make('p', { class: 'note', role: 'alert', hidden: true });
    p.thread = make('div', { class: 'thread', role: 'log', 'aria-label': w.messages, tabindex: 0 }, make('div', { class: 'empty', text: w.empty }));
    p.input = make('textarea', {
      rows: 1, maxlength: 1600, placeholder: w.write, 'aria-label': w.write, enterkeyhint: 'send',
      onkeydown: (event) => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
          event.preventDefault();
          event.target.form.requestSubmit();
        }
      },
    });
    p.dial = make('button', { class: 'round dial', type: 'button', 'aria-label': w.call, title: w.call, onclick: () => this.#dial() }, icon(phoneIcon));
    p.title = make('h2');
    p.peer = make('div', { class: 'muted' });
    p.face = make('div', { class: 'avatar', 'aria-hidden': 'true' });
    p.screen = make('div', { class: 'screen' },
      make('header', {}, p.face, make('div', { class: 'who' }, p.title, p.peer), p.dial),
      p.note, p.thread,
      make('form', { onsubmit: (event) => this.#submit(event, p.input, (text) => this.send(text)) }, p.input,
        make('button', { class: 'round', 'aria-label': w.send, title: w.send }, icon('M12 19V5M6 11l6-6 6 6'))),
      this.#buildCall(p, w));
    const owner = this.getAttribute('name') || this.#number;
    this.#root.replaceChildren(make('style', { text: sharedCss + css }),
      make('section', { class: 'frame', 'aria-label': `${w.phone} ${owner}` }, p.screen));
    this.#render(null, true);
  }

  #buildCall(p, w) {
    p.callTitle = make('h2');
    p.callFace = make('div', { class: 'avatar', 'aria-hidden': 'true' });
    p.state = make('p', { class: 'state', role: 'status' });
    p.time = make('p', { class: 'time muted' });
    p.captions = make('div', { class: 'captions', role: 'log', 'aria-label': w.captions, tabindex: 0 });
    p.say = make('input', { placeholder: w.say, 'aria-label': w.say, maxlength: 1000, autocomplete: 'off' });
    const names = { '*': w.star, '#': w.hash };
    p.keys = make('div', { class: 'keys', role: 'group', 'aria-label': w.keypad, hidden: true },
      ...'123456789*0#'.split('').map((key) => make('button', { type: 'button', text: key, 'aria-label': names[key], onclick: () => this.press(key) })));
    p.toggle = make('button', {
      class: 'pill', type: 'button', 'aria-expanded': 'false', text: w.keypad,
      onclick: () => this.#showKeys(p.keys.hidden),
    });
    p.end = make('button', { class: 'pill end', type: 'button', onclick: () => this.hangUp() }, icon(phoneIcon), w.hangUp);
    p.call = make('div', { class: 'call', role: 'group', 'aria-label': w.speaking, hidden: true },
      make('div', { class: 'top' }, p.callFace, p.callTitle, p.state, p.time), p.captions, p.keys,
      make('form', { onsubmit: (event) => this.#submit(event, p.say, (text) => this.speak(text)) }, p.say, make('button', { class: 'say', text: w.sayButton })),
      make('div', { class: 'acts' }, p.toggle, p.end));
    return p.call;
  }

  #showKeys(shown) {
    const p = this.#parts;
    p.keys.hidden = !shown;
    p.toggle.textContent = shown ? p.w.hideKeypad : p.w.keypad;
    p.toggle.setAttribute('aria-expanded', String(shown));
    p.captions.scrollTop = p.captions.scrollHeight;
  }

  #submit(event, field, act) {
    event.preventDefault();
    const text = field.value.trim();
    if (!text) return;
    field.value = '';
    act(text);
  }

  async #dial() {
    const p = this.#parts;
    await this.call();
    // The button that was pressed is covered now; the way out is where the focus belongs.
    this.#render(this.#hub.state, true);
    if (this.#call) p.end.focus();
  }

  #render(state, online) {
    const p = this.#parts;
    if (!online || p.note.dataset.offline) {
      p.note.textContent = p.w.offline;
      p.note.hidden = online;
      p.note.dataset.offline = online ? '' : '1';
    }
    const peer = this.getAttribute('contact-number') || state?.numbers[0] || '';
    const contact = this.getAttribute('contact') || peer;
    p.title.textContent = p.callTitle.textContent = contact;
    p.peer.textContent = contact === peer ? '' : peer;
    p.face.textContent = p.callFace.textContent = /^\+/.test(contact) ? '☎' : [...contact][0] ?? '';
    if (!state) return;
    const number = this.#number;
    const calls = state.calls.filter((c) => c.from === number);
    this.#renderThread([
      ...state.messages.filter((m) => (m.fromApplication ? m.to : m.from) === number),
      ...calls.filter((c) => c.endedAt).map((c) => ({ sid: c.sid, at: c.endedAt, call: c })),
    ].sort((a, b) => a.at.localeCompare(b.at)));
    this.#renderCall(calls.find((c) => !c.endedAt) ?? null, contact);
  }

  #renderThread(items) {
    const p = this.#parts;
    const known = items.filter((item) => p.items.has(item.sid)).length;
    if (known !== p.items.size || items.length === 0) {
      p.items.clear();
      p.thread.replaceChildren(...(items.length ? [] : [make('div', { class: 'empty', text: p.w.empty })]));
    }
    const follows = p.thread.scrollHeight - p.thread.scrollTop - p.thread.clientHeight < 80;
    for (const item of items) {
      const entry = p.items.get(item.sid) ?? this.#addItem(item);
      if (entry.status !== item.status) this.#renderMeta(entry, item);
    }
    if (follows) p.thread.scrollTop = p.thread.scrollHeight;
  }

  #addItem(item) {
    const p = this.#parts;
    p.thread.querySelector('.empty')?.remove();
    const entry = { meta: make('span', { class: 'muted' }), status: undefined };
    if (item.call) {
      p.thread.append(make('div', { class: 'mark new', text: `${this.#endText(item.call)} · ${clock(item.at, languageOf(this))}` }));
    } else {
      const side = item.fromApplication ? 'in' : 'out';
      const bubble = make('div', { class: 'bubble text' }, make('span', { class: 'sr', text: `${item.fromApplication ? p.title.textContent : p.w.you}: ` }), item.text);
      for (const url of item.media ?? []) bubble.append(' ', make('a', { href: url, target: '_blank', rel: 'noreferrer', text: url }));
      p.thread.append(make('div', { class: `${side} new` }, bubble, entry.meta));
    }
    p.items.set(item.sid, entry);
    return entry;
  }

  #renderMeta(entry, item) {
    const w = this.#parts.w;
    const own = item.fromApplication ? '' : { sending: w.sending, failed: w.failed, received: w.received }[item.status] ?? '';
    entry.status = item.status;
    entry.meta.textContent = [clock(item.at, languageOf(this)), own].filter(Boolean).join(' · ');
    entry.meta.classList.toggle('bad', item.status === 'failed');
  }

  #endText(call) {
    const w = this.#parts.w;
    if (call.status === 'completed') return `${w.ended} ${this.#length(call)}`;
    return call.status === 'failed' ? w.callFailed : w.noAnswer;
  }

  #length(call) {
    const from = call.answeredAt;
    const seconds = from ? Math.max(0, Math.round((Date.parse(call.endedAt ?? new Date().toISOString()) - Date.parse(from)) / 1000)) : 0;
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }

  #renderCall(call, contact) {
    const p = this.#parts;
    const before = this.#call;
    this.#call = call;
    if (before && before.sid !== call?.sid) this.#emit('omni-call-ended', { id: before.sid });
    if (!call) {
      const held = p.call.contains(this.#root.activeElement);
      p.call.hidden = true;
      clearInterval(this.#ticker);
      this.#ticker = 0;
      if (held) p.dial.focus();
      return;
    }
    if (before?.sid !== call.sid) {
      p.captions.replaceChildren();
      p.lines = 0;
      this.#showKeys(false);
      p.note.hidden = true;
    }
    p.call.hidden = false;
    const agent = call.agent?.name || p.w.agent;
    const phase = call.phase === 'talking' ? `${p.w.talking} ${agent}` : p.w[call.phase] ?? '';
    if (p.state.textContent !== phase) p.state.textContent = phase;
    for (const line of call.lines.slice(p.lines)) this.#addLine(line, contact, agent);
    p.lines = call.lines.length;
    p.time.textContent = call.answeredAt ? this.#length(call) : '';
    if (!this.#ticker) this.#ticker = setInterval(() => this.#call?.answeredAt && (p.time.textContent = this.#length(this.#call)), 1000);
  }

  #addLine(line, contact, agent) {
    const p = this.#parts;
    const isKey = line.who === 'caller' && /^[0-9*#]+$/.test(line.text);
    const who = line.who === 'line' ? contact : line.who === 'agent' ? agent : isKey ? p.w.key : p.w.you;
    p.captions.append(make('div', { class: `${line.who} new` }, make('b', { text: who }), make('span', { class: 'text', lang: line.language, text: line.text })));
    p.captions.scrollTop = p.captions.scrollHeight;
  }
}

customElements.define('omni-phone', OmniPhone);
