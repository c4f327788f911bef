import { actionsOf } from './actions.js';
import { AgentApi } from './api.js';
import { work } from './conversation.js';
import { h, patch } from './dom.js';
import { formatter } from './format.js';
import { header } from './header.js';
import { icon } from './icons.js';
import { inbox } from './inbox.js';
import { DeskModel } from './model.js';
import { denied, signIn } from './sign-in.js';
import { DeskStream } from './stream.js';
import { languageOf } from './strings.js';
import { tick } from './ticker.js';

const sheets = ['base.css', 'timeline.css', 'cards.css', 'offer.css', 'panels.css', 'reviews.css', 'layout.css', 'phone.css'];
let desks = 0;

/** <omni-agent-desk agent="agent-a" base="/omni/agent" lang="en" embedded>: an agent's whole desk. */
export class OmniAgentDesk extends HTMLElement {
  static observedAttributes = ['agent', 'base', 'lang', 'embedded'];

  #id = ++desks;
  #labels = null;
  #stream = null;
  #timer = 0;
  #starting = false;
  #anew = false;
  #started = 0;
  #wantsFocus = null;
  #body;
  #live;

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    this.#body = document.createElement('div');
    this.#body.className = 'desk';
    this.#live = document.createElement('div');
    this.#live.className = 'unseen';
    patch(this.#live, [
      h('div', { key: 'polite', 'aria-live': 'polite', role: 'log', opaque: true }),
      h('div', { key: 'assertive', 'aria-live': 'assertive', role: 'alert', opaque: true }),
    ]);
    this.#body.hidden = true;
    this.#live.hidden = true;
    Promise.all(sheets.map(name => this.#style(name))).then(() => {
      this.#body.hidden = false;
      this.#live.hidden = false;
      this.toEnd();
    });
    shadow.append(this.#body, this.#live);
    this.model = new DeskModel();
  }

  get agent() {
    return this.getAttribute('agent')?.trim() ?? '';
  }

  /** The last view of the desk; null before the first. */
  get view() {
    return this.model.view;
  }

  /** Words for names of values, such as { 'order-number': 'Order' }. */
  get labels() {
    return this.#labels;
  }

  set labels(labels) {
    this.#labels = labels;
    this.#words();
    this.render();
  }

  /** Selects a conversation or an offer by the conversation's id. */
  select(conversation) {
    this.act?.select(conversation);
  }

  connectedCallback() {
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.start();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
    this.#timer = 0;
    this.#stream?.close();
  }

  attributeChangedCallback(name, before, after) {
    if (this.#timer === 0 || before === after) {
      return;
    }

    if (name === 'embedded') {
      this.render();
      return;
    }

    // Several attributes changed together start the desk once.
    this.#anew ||= name !== 'lang';
    if (!this.#starting) {
      this.#starting = true;
      queueMicrotask(() => {
        const anew = this.#anew;
        this.#starting = this.#anew = false;
        this.start(anew);
      });
    }
  }

  /** Connects, or connects again. */
  async start(anew = false) {
    const run = ++this.#started;
    this.#stream?.close();
    if (anew) {
      this.model = new DeskModel();
    }

    this.model.connection = 'connecting';
    this.#words();
    this.api = new AgentApi(this.getAttribute('base') ?? '/omni/agent', this.agent, this.f.language);
    this.act = actionsOf(this);
    this.render();
    if (this.agent === '') {
      return;
    }

    const { status, value } = await this.api.desk();
    if (run !== this.#started || !this.isConnected) {
      return;
    }

    if (status === 401 || status === 403) {
      this.#connection('denied');
      return;
    }

    if (value) {
      this.#take(value);
    }

    this.#stream = new DeskStream(this.api.streamAddress, view => this.#take(view), state => this.#connection(state));
    this.#stream.open();
  }

  render() {
    if (!this.act) {
      return;
    }

    const had = this.shadowRoot.activeElement;
    const stuck = this.#atEnd();
    this.#body.lang = this.f.language;
    this.#body.dataset.tab = this.model.tab;
    this.#body.dataset.state = this.model.current?.offer ? 'offer' : this.model.current ? 'conversation' : 'calm';
    patch(this.#body, this.#parts());
    this.#tick();
    if (stuck) {
      this.toEnd();
    }

    this.loadReviews();

    // What had the focus is gone: stay in the desk, on nothing that a key press could set off.
    if (had && !had.isConnected && !this.shadowRoot.activeElement) {
      this.focusOn('.work');
    }
  }

  #parts() {
    const { model } = this;
    const ctx = {
      f: this.f, model, act: this.act, agent: this.agent, embedded: this.hasAttribute('embedded'), id: this.#id,
    };
    const notice = model.notice && h('div', { class: 'notice', key: 'notice' }, icon('warn'), h('p', null, model.notice),
      h('button', { type: 'button', class: 'button small', on: { click: this.act.dismiss } }, icon('cross'), h('span', null, this.f.t('dismiss'))));
    const main = (props, ...children) => h(ctx.embedded ? 'div' : 'main', {
      ...props, key: ctx.embedded ? 'region' : 'main', tabindex: '-1',
      role: ctx.embedded ? 'region' : null, 'aria-label': this.f.t('deskOf', { name: model.view?.agent?.name ?? (this.agent || this.f.t('you')) }),
    }, children);
    if (model.connection === 'denied') {
      return [main({ class: 'work single' }, denied(ctx))];
    }

    if (this.agent === '' || (model.view && !model.view.agent)) {
      return [notice, main({ class: 'work single' }, signIn(ctx))];
    }

    if (!model.view) {
      return [main({ class: 'work single' }, h('p', { class: 'calm faint', role: 'status' }, this.f.t(`connection_${model.connection}`)))];
    }

    return [header(ctx), notice, this.#tabs(), main({ class: 'work' }, inbox(ctx), work(ctx))];
  }

  #tabs() {
    const icons = { inbox: 'inbox', conversation: 'chat', customer: 'person' };
    return h('nav', { class: 'tabs', key: 'tabs', 'aria-label': this.f.t('tabs') }, Object.keys(icons).map(name => h('button', {
      type: 'button', key: name, 'aria-current': this.model.tab === name ? 'true' : null, on: { click: () => this.act.tab(name) },
    }, icon(icons[name]), this.f.t(name), name === 'inbox' && this.model.view.offers.length > 0 && h('span', { class: 'count digits' }, this.model.view.offers.length))));
  }

  #take(view) {
    const news = this.model.apply(view);
    if (!news) {
      return;
    }

    const selected = this.model.selected;
    if (view.agent) {
      this.model.settle(news.offers, this.#atWork());
    }

    this.render();
    if (selected !== this.model.selected) {
      this.toEnd();
    }

    this.#tell(news);
    if (this.#wantsFocus && this.shadowRoot.querySelector(this.#wantsFocus)) {
      this.focusOn(this.#wantsFocus);
      this.#wantsFocus = null;
    }

    this.emit('omni-desk-change', { view });
  }

  #tell({ offers, messages }) {
    for (const offer of offers) {
      const values = { who: this.f.who(offer.conversation), question: offer.conversation.openQuestion ?? '' };
      this.announce(this.f.t(offer.isCall ? 'announceCall' : 'announceOffer', values), offer.isCall);
    }

    for (const { conversation, entry } of messages) {
      this.announce(this.f.t('announceMessage', { who: this.f.who(conversation), text: entry.text ?? '' }), false);
    }

    if (messages.some(({ conversation }) => conversation.id === this.model.selected) && !this.#atEnd()) {
      this.model.below = true;
      this.render();
    }
  }

  /** The focus is in the conversation on screen or a draft is begun there: nothing may take its place. */
  #atWork() {
    const { model } = this;
    const focused = this.shadowRoot.activeElement;
    const inside = focused?.closest('.head, .stage, .side, .foot');
    return model.current !== null && !model.current.offer && Boolean(inside || model.panel || model.draft(model.selected).trim());
  }

  announce(text, urgent) {
    const line = document.createElement('span');
    line.textContent = `${text} `;
    const region = this.#live.children[urgent ? 1 : 0];
    region.append(line);
    while (region.childElementCount > 5) {
      region.firstElementChild.remove();
    }
  }

  emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  focusOn(selector) {
    const node = this.shadowRoot.querySelector(selector ?? '.work');
    node?.focus({ preventScroll: true });
  }

  /** Focuses what the next view brings. */
  focusNext(selector) {
    this.#wantsFocus = selector;
    if (this.shadowRoot.querySelector(selector)) {
      this.focusOn(selector);
      this.#wantsFocus = null;
    }
  }

  async loadQueues() {
    const { value } = await this.api.queues();
    this.model.queues = Array.isArray(value) ? value : [];
    this.render();
  }

  /** Asks who else the customer on screen may be, once for each customer and each entry; what is loaded stays until then. */
  async loadReviews(again = false) {
    const { model } = this;
    const held = model.current && !model.current.offer ? model.current.conversation : null;
    const asked = held ? `${held.id}:${held.customer.id}:${held.entries.at(-1)?.id}` : '';
    if (!held || (asked === model.reviews.asked && !again)) {
      return;
    }

    model.reviews = { ...model.reviews, asked };
    const { value } = await this.api.reviews(held.id);
    if (model === this.model && model.reviews.asked === asked) {
      model.reviews = { asked, conversation: held.id, list: Array.isArray(value) ? value : [] };
      this.render();
    }
  }

  scrolled(scroll) {
    if (this.model.below && scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 8) {
      this.model.below = false;
      this.render();
    }
  }

  toEnd() {
    const scroll = this.shadowRoot.querySelector('.scroll');
    if (scroll) {
      scroll.scrollTop = scroll.scrollHeight;
    }
  }

  #atEnd() {
    const scroll = this.shadowRoot.querySelector('.scroll');
    return !scroll || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 48;
  }

  #connection(state) {
    if (this.model.connection !== state) {
      this.model.connection = state;
      this.render();
    }
  }

  #words() {
    this.f = formatter(languageOf(this.getAttribute('lang') ?? (document.documentElement.lang || navigator.language)), this.#labels);
  }

  #tick() {
    tick(this.#body, this.model.now(), this.f);
  }

  #style(name) {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL(name, import.meta.url).href;
    this.shadowRoot.append(link);
    return new Promise(done => {
      link.addEventListener('load', done);
      link.addEventListener('error', done);
    });
  }
}

if (!customElements.get('omni-agent-desk')) {
  customElements.define('omni-agent-desk', OmniAgentDesk);
}
