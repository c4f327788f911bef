import { hub } from '/omni/dev/omni-emulator.js';
import '/omni/dev/omni-phone.js';
import '/omni/dev/omni-mailbox.js';
import '/desk/omni-agent-desk.js';
import { turn } from './gate.js';
import { Tabs } from './tabs.js';
import { Shop } from './shop.js';

/** What can be seen and done on the page, by hands and by the story alike. Tells 'change' whenever something moved. */
export class Stage extends EventTarget {
  shopper = null;
  said = [];
  emulator = null;
  language = 'en';
  desks = {};
  #hub = hub('/omni/dev');

  constructor() {
    super();
    const at = id => document.getElementById(id);
    this.shop = new Shop(at('panel-shop'));
    this.phone = document.querySelector('omni-phone');
    this.mailbox = document.querySelector('omni-mailbox');
    this.customerTabs = new Tabs(at('customer-tabs'));
    this.agentTabs = new Tabs(at('agent-tabs'));
    for (const [name, panel] of [['a', 'panel-a'], ['b', 'panel-b']]) {
      this.desks[name] = at(panel).querySelector('omni-agent-desk');
      this.desks[name].addEventListener('omni-desk-change', () => this.#agentNews(name));
    }

    at('panel-shop').addEventListener('omni-message', event => {
      this.said.push(event.detail);
      this.#changed();
    });
    this.shop.addEventListener('change', () => this.#changed());
    this.#hub.subscribe(state => {
      this.#customerNews(this.emulator, state);
      this.emulator = state;
      this.#changed();
    });
    this.customerTabs.addEventListener('change', () => this.#changed());
    this.agentTabs.addEventListener('change', () => this.#changed());
  }

  /** A new shopper with a browser that nobody has used; the desks are cleared. */
  async begin() {
    const answer = await fetch(`/story/start?stage=${turn}`, { method: 'POST' });
    if (!answer.ok) throw new Error(`story/start: ${answer.status}`);
    this.said = [];
    this.shopper = await answer.json();
    this.shop.forget();
    this.phone.setAttribute('number', this.shopper.phone);
    this.mailbox.setAttribute('address', this.shopper.email);
    this.#changed();
  }

  /** Shows a part of the customer's side; on a phone's width that is the whole screen. */
  customer(tab) {
    this.customerTabs.select(tab);
    document.body.dataset.view = 'customer';
    this.#changed();
  }

  agent(name) {
    this.agentTabs.select(name);
    document.body.dataset.view = name;
    this.#changed();
  }

  set smsDown(down) {
    this.#hub.post('switches', { sms: down ? 'unavailable' : 'none' }).catch(() => this.#changed());
  }

  get smsDown() {
    return (this.emulator?.switches.sms ?? 'none') !== 'none';
  }

  /** The shopper's conversation, where an agent holds it or is offered it; other people's may stand beside it. */
  held(agent) {
    return this.desks[agent].view?.conversations.find(conversation => conversation.id === this.#conversation) ?? null;
  }

  offer(agent) {
    return this.desks[agent].view?.offers.find(offer => offer.conversation.id === this.#conversation) ?? null;
  }

  get #conversation() {
    return this.said.at(-1)?.conversation;
  }

  /** What came to the shopper's phone by text. */
  get texts() {
    return this.emulator?.messages.filter(message => message.fromApplication && message.to === this.shopper?.phone) ?? [];
  }

  get code() {
    return this.emulator?.mails.findLast(mail => mail.fromApplication && mail.to === this.shopper?.email && mail.code)?.code ?? null;
  }

  get call() {
    return this.emulator?.calls.findLast(call => call.from === this.shopper?.phone && !call.endedAt) ?? null;
  }

  /** What the agent's voice says in a call, for the captions. */
  say(text) {
    return this.call ? this.#hub.post(`calls/${this.call.sid}/agent-speak`, { text }) : null;
  }

  async command(agent, path, body = {}) {
    const answer = await fetch(`/omni/agent/agent-${agent}/${path}?lang=${this.language}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body),
    });
    return answer.ok;
  }

  #agentNews(name) {
    const offers = this.desks[name].view?.offers.length ?? 0;
    this.agentTabs.count(name, offers);
    this.#changed();
  }

  #customerNews(before, now) {
    const mine = state => ({
      phone: state.messages.filter(m => m.fromApplication && m.to === this.shopper?.phone).length,
      mailbox: state.mails.filter(m => m.fromApplication && m.to === this.shopper?.email).length,
    });
    if (!before) return;
    const [was, is] = [mine(before), mine(now)];
    for (const tab of ['phone', 'mailbox']) {
      if (is[tab] > was[tab]) this.customerTabs.count(tab, is[tab] - was[tab], true);
      if (is[tab] === 0) this.customerTabs.count(tab, 0);
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
