// One stream of states per base address, shared by all components of a page, and the looks they have in common.
const hubs = new Map();

class Hub {
  #base;
  #listeners = new Set();
  #source = null;
  state = null;
  online = false;

  constructor(base) {
    this.#base = base;
  }

  /** Calls back now (if a state is known) and at each change; returns the function that ends it. */
  subscribe(listener) {
    this.#listeners.add(listener);
    this.#open();
    if (this.state) listener(this.state, this.online);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#source?.close();
        this.#source = null;
      }
    };
  }

  async post(path, body = {}) {
    const response = await fetch(`${this.#base}/${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
    });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error(answer.error ?? `HTTP ${response.status}`);
    return answer.id;
  }

  #open() {
    if (this.#source) return;
    const source = this.#source = new EventSource(`${this.#base}/events`);
    source.addEventListener('state', (event) => this.#tell(JSON.parse(event.data), true));
    source.addEventListener('error', () => {
      if (this.online) this.#tell(this.state, false);
      // After an answer that is no stream the browser gives up; a host that restarts answers 502 or 404 for a moment.
      if (source.readyState === EventSource.CLOSED && this.#source === source) {
        this.#source = null;
        setTimeout(() => this.#listeners.size && this.#open(), 2000);
      }
    });
  }

  #tell(state, online) {
    this.state = state;
    this.online = online;
    for (const listener of this.#listeners) listener(state, online);
  }
}

export function hub(base) {
  const key = (base || '/omni/dev').replace(/\/+$/, '');
  if (!hubs.has(key)) hubs.set(key, new Hub(key));
  return hubs.get(key);
}

/** An element from a tag, properties or attributes, and children. Text is never read as markup. */
export function make(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'text') element.textContent = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function icon(path) {
  const box = document.createElement('span');
  box.setAttribute('aria-hidden', 'true');
  box.className = 'icon';
  box.innerHTML = `<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`;
  return box;
}

export const phoneIcon = 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2';

/** The language of an element: its own attribute, that of what it stands in, the page's, the browser's. */
export function languageOf(element) {
  const tag = element.closest('[lang]')?.lang || document.documentElement.lang || navigator.language || 'en';
  return tag.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}

export function clock(at, language) {
  return new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
}

export const sharedCss = `
:host {
  --_accent: var(--omni-accent, #1f5fd6); --_on-accent: var(--omni-on-accent, #fff);
  --_page: var(--omni-page, #fff); --_soft: var(--omni-soft, #f1f3f7); --_line: var(--omni-line, #d9dee7);
  --_text: var(--omni-text, #172033); --_muted: var(--omni-muted, #566176);
  --_danger: var(--omni-danger, #c22b3a); --_good: var(--omni-good, #14804a); --_frame: var(--omni-frame, #1c2230);
  color-scheme: light dark; display: block; box-sizing: border-box; color: var(--_text);
  height: var(--omni-height, 640px); max-width: 100%;
  font: 400 14px/1.5 var(--omni-font, system-ui, -apple-system, "Segoe UI", "Hiragino Sans", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif);
}
:host(:lang(ja)) { line-height: 1.7; }
:host([hidden]) { display: none; }
@media (prefers-color-scheme: dark) {
  :host {
    --_accent: var(--omni-accent, #7fb0ff); --_on-accent: var(--omni-on-accent, #0a1830);
    --_page: var(--omni-page, #12161f); --_soft: var(--omni-soft, #1f2531); --_line: var(--omni-line, #353d4d);
    --_text: var(--omni-text, #eaeef6); --_muted: var(--omni-muted, #a6b1c4);
    --_danger: var(--omni-danger, #ff8d94); --_good: var(--omni-good, #6fd9a1); --_frame: var(--omni-frame, #05070b);
  }
}
*, *::before, *::after { box-sizing: border-box; }
h2, p, ol, ul { margin: 0; padding: 0; }
ol, ul { list-style: none; }
button, input, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
::placeholder { color: var(--_muted); opacity: 1; }
button:disabled { cursor: default; opacity: .55; }
:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; }
[hidden] { display: none !important; }
.icon { display: inline-flex; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.muted { color: var(--_muted); font-size: 12px; }
.text { overflow-wrap: anywhere; white-space: pre-wrap; line-break: strict; }
.round { display: inline-grid; place-items: center; width: 40px; height: 40px; border: 0; border-radius: 50%; background: var(--_accent); color: var(--_on-accent); flex: none; }
.note { background: var(--_soft); color: var(--_danger); padding: 6px 12px; font-size: 13px; text-align: center; }
@media (prefers-reduced-motion: no-preference) {
  .new { animation: rise .18s ease-out; }
  @keyframes rise { from { transform: translateY(6px); } }
}
@media (prefers-reduced-motion: reduce) { * { animation: none !important; transition: none !important; } }
`;
