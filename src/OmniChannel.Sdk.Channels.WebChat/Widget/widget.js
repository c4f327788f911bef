// Chat on a page; attributes, methods, events and colours are in README.md.
const TEXTS = {
  en: {
    heading: 'Chat with us', greeting: 'Hello! How can we help?', show: 'Open chat', hide: 'Close chat', label: 'Your message',
    hint: 'Write a message…', send: 'Send', idle: 'We reply here', connecting: 'Connecting…', online: 'Connected',
    offline: 'Connection lost. Trying again…', pending: 'Sending…', accepted: 'Sent', refused: 'Not sent', retry: 'Try again',
    customer: 'You', agent: 'Support', bot: 'Assistant', system: 'Notice', log: 'Conversation', erased: 'This message was removed.',
    unread: n => `${n} new`, via: c => `by ${c}`, leg: c => `Continued by ${c}`, joined: n => `${n} joined the conversation`,
    queued: 'You are in line. A person will be with you soon.', closed: 'The conversation was closed. Write to start again.',
    failed: 'Not delivered', file: 'File', sms: 'SMS', voice: 'phone', email: 'e-mail', line: 'LINE',
  },
  ja: {
    heading: 'チャットでお問い合わせ', greeting: 'こんにちは。ご用件をお聞かせください。', show: 'チャットを開く', hide: 'チャットを閉じる',
    label: 'メッセージ', hint: 'メッセージを入力…', send: '送信', idle: 'こちらでお答えします', connecting: '接続しています…', online: '接続済み',
    offline: '接続が切れました。再接続しています…', pending: '送信中…', accepted: '送信済み', refused: '送信できませんでした', retry: '再送する',
    customer: 'お客様', agent: '担当者', bot: '自動応答', system: 'お知らせ', log: '会話', erased: 'このメッセージは削除されました。',
    unread: n => `新着${n}件`, via: c => c, leg: c => `${c}で続いています`, joined: n => `${n}が対応します`,
    queued: '順番にお待ちください。まもなく担当者が対応します。', closed: '会話は終了しました。続けるには入力してください。',
    failed: '届きませんでした', file: 'ファイル', sms: 'SMS', voice: '電話', email: 'メール', line: 'LINE',
  },
};
const HERE = new URL('.', import.meta.url).href;
const ICONS = {
  chat: 'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z',
  close: 'm6 6 12 12M18 6 6 18', send: 'M4 12h15M13 6l6 6-6 6',
};

function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== false && value != null) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(c => c != null && c !== ''));
  return node;
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const path = svg.appendChild(document.createElementNS(svg.namespaceURI, 'path'));
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', ICONS[name]);
  return svg;
}

// Storage may be forbidden to a page; then the tab's memory has to do.
function store(kind) {
  const memory = new Map();
  const real = () => { try { return window[kind]; } catch { return null; } };
  return {
    get: key => real()?.getItem(key) ?? memory.get(key) ?? null,
    // Memory only holds what the browser does not take, so that clearing the browser's storage forgets the visitor.
    set(key, value) { try { real().setItem(key, value); memory.delete(key); } catch { memory.set(key, value); } },
  };
}

const local = store('localStorage');
const tab = store('sessionStorage');
const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
const safe = address => /^https?:\/\//i.test(address ?? '') ? address : null;
const link = (href, text) => h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, text);
const linked = text => String(text).split(/(https?:\/\/[^\s<>"'、。）」]+)/).map((part, i) => i % 2 ? link(part, part) : part);
const said = item => item.body.text ?? item.body.choice.label;
const wait = tries => Math.min(30, 2 ** tries) * (500 + Math.random() * 500);

class OmniWebChat extends HTMLElement {
  static observedAttributes = ['lang', 'heading', 'greeting'];
  #frames = new Map(); #items = new Map(); #unread = new Set(); #seen = new Set(); #acks = []; #timers = {}; #tries = {};
  #outbox = []; #state = 'idle'; #url; #key; #visitor; #last; #source; #connecting; #flushing; #renew; #now; #ui; #observer;

  get state() { return this.#state; }

  connectedCallback() {
    const account = this.getAttribute('account');
    this.#url = account ? `${(this.getAttribute('base') ?? '/omni/channels/web-chat').replace(/\/$/, '')}/${encodeURIComponent(account)}`
      : HERE.slice(0, -1);
    this.#key = `omni-web-chat ${new URL(this.#url, location.href).href}`;
    this.#outbox = JSON.parse(tab.get(this.#key) ?? '[]').filter(i => i.state !== 'accepted');
    this.#build();
    addEventListener('online', this.#wake);
    document.addEventListener('visibilitychange', this.#look);
    if (this.hasAttribute('inline') || this.hasAttribute('open')) this.open(); else if (this.#token) this.#connect();
  }

  disconnectedCallback() {
    removeEventListener('online', this.#wake);
    document.removeEventListener('visibilitychange', this.#look);
    this.#source?.close();
    this.#source = null;
    Object.values(this.#timers).forEach(clearTimeout);
  }

  attributeChangedCallback() { if (this.#ui) this.#build(); }

  open() {
    this.setAttribute('open', '');
    this.#ui.launcher.setAttribute('aria-expanded', 'true');
    if (!this.hasAttribute('inline')) this.#ui.box.focus();
    this.#ui.log.scrollTop = this.#ui.log.scrollHeight;
    this.#connect();
    this.#look();
  }

  close() {
    this.removeAttribute('open');
    this.#ui.launcher.setAttribute('aria-expanded', 'false');
    this.#ui.launcher.focus();
  }

  send(text) { if (String(text).trim()) this.#post({ text: String(text) }); }

  // ---- view

  get #t() { return TEXTS[/^ja\b/i.test(this.getAttribute('lang') || document.documentElement.lang) ? 'ja' : 'en']; }
  get #token() { return local.get(this.#key); }
  get #readTo() { return local.get(`${this.#key} read`) ?? ''; }
  get #shown() { return this.hasAttribute('inline') || this.hasAttribute('open'); }

  #build() {
    const t = this.#t, root = this.shadowRoot ?? this.attachShadow({ mode: 'open' }), text = this.#ui?.box.value ?? '';
    const log = h('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-label': t.log, tabindex: 0 });
    const box = h('textarea', { id: 'box', rows: 1, maxlength: 4000, placeholder: t.hint, onkeydown: e => this.#keyed(e) });
    const status = h('span', { role: 'status' }), badge = h('span', { class: 'badge' });
    const launcher = h('button', { class: 'launcher', 'aria-label': t.show, 'aria-expanded': `${this.#shown}`, onclick: () => this.#shown ? this.close() : this.open() }, icon('chat'), badge);
    const panel = h('section', { class: 'panel', role: this.hasAttribute('inline') ? 'region' : 'dialog', 'aria-labelledby': 'title', onkeydown: e => e.key === 'Escape' && !e.isComposing && !this.hasAttribute('inline') && this.close() },
      h('header', {}, h('span', { class: 'mark' }, icon('chat')),
        h('div', { class: 'head' }, h('h2', { id: 'title' }, this.getAttribute('heading') || t.heading), h('p', {}, h('i', {}), status)),
        h('button', { class: 'hide', 'aria-label': t.hide, onclick: () => this.close() }, icon('close'))),
      log,
      h('form', { onsubmit: e => { e.preventDefault(); this.#submit(); } },
        h('label', { for: 'box', class: 'hidden' }, t.label), box,
        h('button', { class: 'send', type: 'submit', 'aria-label': t.send }, icon('send'))));
    root.replaceChildren(h('link', { rel: 'stylesheet', href: `${HERE}widget.css`, onload: () => panel.parentNode.classList.add('ready') }), h('div', { class: 'root', lang: t === TEXTS.ja ? 'ja' : 'en' }, launcher, panel));
    box.value = text;
    this.#ui = { log, box, status, badge, launcher, panel };
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver(all => {
      for (const e of all) this.#seen[e.isIntersecting ? 'add' : 'delete'](e.target.dataset.key);
      this.#look();
    }, { root: log, threshold: 0.5 });
    this.#items.clear();
    this.#seen.clear();
    log.append(h('p', { class: 'line' }, this.getAttribute('greeting') || t.greeting));
    for (const [key, frame] of this.#frames) this.#show(key, frame);
    for (const item of this.#outbox) this.#showItem(item);
    this.#setState(this.#state);
    this.#look();
    // History is not read aloud; what comes after it is.
    setTimeout(() => log.setAttribute('aria-live', 'polite'), 1500);
  }

  #setState(state) {
    const changed = this.#state !== state;
    this.#state = state;
    this.#ui.status.textContent = this.#t[state];
    this.#ui.panel.dataset.state = state;
    if (changed) this.dispatchEvent(new CustomEvent('omni-state', { detail: { state }, bubbles: true, composed: true }));
  }

  #bubble(who, name, at, body, note) {
    const time = new Date(at);
    return h('div', { class: `item ${who === 'customer' ? 'mine' : who}`, 'data-who': `${who} ${name}`, 'data-at': +time },
      h('p', { class: 'name' }, name), h('div', { class: 'bubble' }, ...body),
      h('p', { class: 'note' }, h('time', { datetime: time.toISOString() }, time.toLocaleTimeString(this.#t === TEXTS.ja ? 'ja' : 'en', { hour: 'numeric', minute: '2-digit' })), ...note));
  }

  #show(key, f) {
    const t = this.#t, channel = f.channel && (t[f.channel] ?? f.channel), name = f.authorName || t[f.author] || t.system;
    let node;
    if (f.kind === 'message') {
      const body = f.status === 'erased' ? [h('em', {}, t.erased)] : this.#content(f.content ?? {}, f);
      const note = [channel && ` · ${t.via(channel)}`, f.status === 'failed' && ` · ${t.failed}`].filter(Boolean);
      node = this.#bubble(f.author, name, f.at, body, note);
      if (this.#unread.has(key)) this.#observer.observe(node);
    } else {
      const text = f.kind === 'leg' ? t.leg(channel) : f.kind === 'joined' ? t.joined(name) : t[f.kind];
      if (!text) return;
      node = h('p', { class: 'line', 'data-at': +new Date(f.at) }, text);
    }
    node.dataset.key = key;
    this.#place(node);
  }

  #showItem(item) {
    const t = this.#t, old = this.#items.get(item.id);
    const note = [' · ', t[item.state]];
    if (item.state === 'refused') note.push(' ', h('button', { class: 'again', onclick: () => { item.state = 'pending'; this.#kept(item); } }, t.retry));
    const node = this.#bubble('customer', t.customer, item.at, linked(said(item)), note);
    node.classList.add(item.state);
    this.#items.set(item.id, node);
    if (old) old.replaceWith(node); else this.#place(node, true);
    this.#tidy();
  }

  // By time, except that what is still ours alone stands last.
  #place(node, last) {
    const log = this.#ui.log, atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const own = new Set(this.#items.values());
    const before = last ? null : [...log.children].find(c => own.has(c) || +c.dataset.at > +node.dataset.at);
    log.insertBefore(node, before ?? null);
    this.#tidy();
    if (atEnd || last) log.scrollTop = log.scrollHeight;
  }

  #tidy() {
    let previous, answered = false;
    for (const node of this.#ui.log.children) {
      const more = !!node.dataset.who && previous?.dataset.who === node.dataset.who;
      node.classList.toggle('more', more);
      previous?.classList.toggle('dense', more && previous.lastChild.textContent === node.lastChild.textContent);
      previous = node;
    }
    for (const node of [...this.#ui.log.children].reverse()) {
      if (answered) for (const button of node.querySelectorAll('.option')) button.disabled = true;
      answered ||= node.classList.contains('mine');
    }
  }

  #content(c, frame) {
    switch (c.kind) {
      case 'text': return linked(c.text);
      case 'choice-reply': return [c.label];
      case 'choice': return [...linked(c.text), this.#options(c.options, frame)];
      case 'list': return [...linked(c.text), ...c.sections.flatMap(s => [s.title && h('h3', {}, s.title), this.#options(s.options, frame)])];
      case 'card': return [this.#picture(c.image, c.title), h('h3', {}, c.title), ...linked(c.text ?? ''), this.#options(c.options ?? [], frame)];
      case 'carousel': return [h('div', { class: 'cards', tabindex: 0 }, ...c.cards.map(card => h('div', { class: 'card' }, ...this.#content({ ...card, kind: 'card' }, frame).filter(Boolean))))];
      case 'media': return [this.#media(c), c.caption && h('p', {}, ...linked(c.caption))];
      case 'location': return [link(`https://www.openstreetmap.org/?mlat=${+c.latitude}&mlon=${+c.longitude}`, c.name || `${c.latitude}, ${c.longitude}`)];
      case 'contact': return [h('h3', {}, c.displayName), [...c.phones ?? [], ...c.emails ?? []].join('\n')];
      default: return [c.fallback ?? c.emoji ?? c.name ?? `[${c.type ?? c.kind ?? ''}]`];
    }
  }

  #options(options, frame) {
    const press = (button, o) => { button.classList.add('chosen'); this.#post({ choice: { optionId: o.id, label: o.label } }); };
    return h('div', { class: 'options' }, ...options.map(o => h('button', { class: 'option', disabled: !!frame.channel, onclick: e => press(e.currentTarget, o) }, o.label)));
  }

  #picture(src, alt) { return safe(src) && h('img', { src, alt, loading: 'lazy', referrerpolicy: 'no-referrer' }); }

  #media(c) {
    const name = c.fileName || c.caption || this.#t.file, address = safe(c.source);
    return address ? link(address, String(c.media).toLowerCase() === 'image' ? this.#picture(address, name) : name) : name;
  }

  #keyed(e) {
    // Enter that ends a Japanese conversion is not meant for us.
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing && e.keyCode !== 229) { e.preventDefault(); this.#submit(); }
  }

  #submit() {
    this.send(this.#ui.box.value);
    this.#ui.box.value = '';
    this.#ui.box.focus();
  }

  // ---- down

  #wake = () => { this.#tries = {}; if (this.#token) { this.#connect(); this.#flush(); this.#flushAcks(); } };

  async #connect() {
    if (this.#source || this.#connecting || !this.isConnected) return;
    this.#connecting = true;
    clearTimeout(this.#timers.connect);
    if (this.#state !== 'offline') this.#setState('connecting');
    try {
      if (!this.#visitor || this.#renew) await this.#session();
      if (this.isConnected) this.#listen();
    } catch {
      this.#lost();
    } finally {
      this.#connecting = false;
    }
  }

  #listen() {
    const query = new URLSearchParams({ token: this.#token, lastEventId: this.#last ?? '' });
    const source = this.#source = new EventSource(`${this.#url}/stream?${query}`);
    this.#renew = true;
    source.onopen = () => { this.#renew = false; this.#tries.connect = 0; this.#setState('online'); this.#flush(); this.#flushAcks(); };
    source.onerror = () => { source.close(); if (this.#source === source) { this.#source = null; this.#lost(); } };
    source.addEventListener('entry', e => this.#entry(JSON.parse(e.data), e.lastEventId));
  }

  #lost() {
    this.#setState('offline');
    this.#later('connect', () => this.#connect());
  }

  #later(what, action, seconds = 0) {
    clearTimeout(this.#timers[what]);
    this.#timers[what] = setTimeout(action, Math.max(seconds * 1000, wait(this.#tries[what] = (this.#tries[what] ?? -1) + 1)));
  }

  // One tab at a time, so that two tabs of a new visitor stay one visitor.
  #session() {
    const ask = async () => {
      const answer = await this.#fetch('sessions', {});
      if (!answer.ok) throw new Error(`sessions: ${answer.status}`);
      const { token, visitor } = await answer.json();
      local.set(this.#key, token);
      if (this.#visitor && this.#visitor !== visitor) { this.#frames.clear(); this.#unread.clear(); this.#acks = []; this.#last = null; [...this.#outbox].forEach(item => this.#drop(item)); this.#build(); }
      this.#visitor = visitor ?? 'known';
    };
    return navigator.locks ? navigator.locks.request(this.#key, ask) : ask();
  }

  #entry(frame, id) {
    const key = `${frame.conversation}:${frame.sequence}`, old = this.#frames.get(key), gone = frame.status === 'withdrawn';
    this.#last = id || key;
    if (old ? old.status === frame.status : gone) return;
    this.#frames[gone ? 'delete' : 'set'](key, frame);
    if (old) {
      this.#ui.log.querySelector(`[data-key="${key}"]`)?.remove();
      if (gone) { this.#unread.delete(key); this.#tidy(); this.#look(); } else this.#show(key, frame);
      return;
    }
    const mine = frame.author === 'customer', here = !frame.channel, text = frame.content?.text ?? frame.content?.label;
    if (mine && here) {
      const item = this.#outbox.find(i => i.id === frame.clientId)
        ?? (frame.clientId ? null : this.#outbox.find(i => (i.state === 'accepted' || i === this.#now) && said(i) === text));
      if (item) this.#drop(item);
    }
    if (frame.kind === 'message' && !mine && here && frame.status !== 'read' && !(frame.at <= this.#readTo)) {
      this.#unread.add(key);
      if (frame.status !== 'delivered') this.#ack(frame, 'delivered');
    }
    this.#show(key, frame);
    this.#look();
    this.dispatchEvent(new CustomEvent('omni-message', { detail: frame, bubbles: true, composed: true }));
  }

  #look = () => {
    for (const key of this.#shown && !document.hidden ? [...this.#seen] : []) {
      if (!this.#unread.delete(key)) continue;
      const frame = this.#frames.get(key);
      this.#ack(frame, 'read');
      if (!(frame.at <= this.#readTo)) local.set(`${this.#key} read`, frame.at);
    }
    const count = this.#unread.size;
    this.#ui.badge.textContent = count && !this.#shown ? this.#t.unread(count) : '';
  };

  // ---- up

  #fetch(path, body) {
    const token = this.#token, lang = this.#t === TEXTS.ja ? 'ja' : 'en';
    return fetch(`${this.#url}/${path}?lang=${lang}`, {
      method: 'POST', body: JSON.stringify(body), credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', ...token && { Authorization: `Bearer ${token}` } },
    });
  }

  #post(body) {
    const item = { id: newId(), body, at: Date.now(), state: 'pending' };
    this.#outbox.push(item);
    this.#kept(item);
    this.#connect();
  }

  #kept(item) {
    this.#save();
    this.#showItem(item);
    this.#flush();
  }

  #drop(item) {
    this.#outbox = this.#outbox.filter(i => i !== item);
    this.#items.get(item.id)?.remove();
    this.#items.delete(item.id);
    this.#save();
  }

  #save() { tab.set(this.#key, JSON.stringify(this.#outbox)); }

  async #flush() {
    if (this.#flushing || !this.#visitor) return;
    this.#flushing = true;
    try {
      for (let item; (item = this.#outbox.find(i => i.state === 'pending'));) {
        this.#now = item;
        item.state = await this.#deliver('messages', { id: item.id, ...item.body }) ? 'accepted' : 'refused';
        if (!this.#outbox.includes(item)) continue;
        this.#save();
        this.#showItem(item);
      }
      this.#tries.flush = 0;
    } catch (e) {
      this.#later('flush', () => this.#flush(), e.after);
    } finally {
      this.#flushing = false;
      this.#now = null;
    }
  }

  // True: taken. False: refused for good. Throws: not now.
  async #deliver(path, body) {
    let answer = await this.#fetch(path, body);
    if (answer.status === 401) { await this.#session(); answer = await this.#fetch(path, body); }
    if (answer.ok) return true;
    if (answer.status >= 400 && answer.status < 500 && ![401, 408, 425, 429].includes(answer.status)) return false;
    throw Object.assign(new Error(`${path}: ${answer.status}`), { after: +answer.headers.get('Retry-After') || 0 });
  }

  #ack({ conversation, sequence }, kind) {
    this.#acks.push({ conversation, sequence, kind });
    this.#timers.acks ??= setTimeout(() => { this.#timers.acks = null; this.#flushAcks(); }, 200);
  }

  async #flushAcks() {
    const acks = this.#acks.slice(0, 100);
    if (!acks.length || !this.#visitor) return;
    this.#acks = this.#acks.slice(acks.length);
    try {
      await this.#deliver('acks', { acks });
      this.#tries.ack = 0;
    } catch (e) {
      this.#acks.unshift(...acks);
      return this.#later('ack', () => this.#flushAcks(), e.after);
    }
    return this.#flushAcks();
  }
}

if (!customElements.get('omni-web-chat')) customElements.define('omni-web-chat', OmniWebChat);
