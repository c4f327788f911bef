/** What the desk shows besides the server's view: selection, drafts, what is open, what was announced. */
export class DeskModel {
  view = null;
  selected = null;
  connection = 'connecting';
  tab = 'inbox';
  panel = null;
  notice = null;
  busy = null;
  queues = [];
  unfolded = new Set();
  whyOpen = new Set();
  unread = new Set();
  below = false;
  reviews = { asked: '', conversation: null, list: [] };
  #drafts = new Map();
  #noting = new Set();
  #seen = null;
  #skew = 0;
  #received = 0;

  /** Engine time, by the skew of the last view. */
  now() {
    return Date.now() + this.#skew;
  }

  /** Milliseconds since the last view came. */
  age() {
    return Date.now() - this.#received;
  }

  /** Takes a view that is not older than the last one. Returns what is new in it, or null for an old one. */
  apply(view) {
    if (this.view && Date.parse(view.now) < Date.parse(this.view.now)) {
      return null;
    }

    const before = new Set(this.view?.offers.map(offer => offer.id));
    this.view = view;
    this.#skew = Date.parse(view.now) - Date.now();
    this.#received = Date.now();
    const offers = view.offers.filter(offer => !before.has(offer.id));
    return { offers, messages: this.#newMessages(view) };
  }

  /** The offer or conversation that is selected. */
  get current() {
    return this.item(this.selected);
  }

  item(id) {
    const offer = this.view?.offers.find(one => one.conversation.id === id) ?? null;
    const conversation = offer?.conversation ?? this.view?.conversations.find(one => one.id === id) ?? null;
    return conversation && { offer, conversation };
  }

  select(id) {
    if (this.selected !== id) {
      this.selected = id;
      this.panel = null;
    }

    this.unread.delete(id);
    this.tab = 'conversation';
  }

  /** Keeps the selection where it makes sense; a new offer comes up unless the agent is at work in another conversation. */
  settle(newOffers, atWork) {
    const offer = newOffers[0];
    if (offer && (!atWork || !this.current)) {
      this.select(offer.conversation.id);
    } else if (!this.current) {
      this.selected = this.view.offers[0]?.conversation.id ?? this.view.conversations[0]?.id ?? null;
      this.panel = null;
      if (!this.selected) {
        this.tab = 'inbox';
      }
    }

    if (this.current?.offer || this.panel?.conversation !== this.selected) {
      this.panel = null;
    }
  }

  /** The offer to point at while something else is on screen. */
  get elsewhere() {
    return this.view.offers.find(offer => offer.conversation.id !== this.selected) ?? null;
  }

  /** Who may be the same person as a conversation's customer, as far as it is loaded. */
  reviewsOf(conversation) {
    return this.reviews.conversation === conversation.id ? this.reviews.list : [];
  }

  isNoting(id) {
    return this.#noting.has(id);
  }

  setNoting(id, noting) {
    this.#noting[noting ? 'add' : 'delete'](id);
  }

  draft(id) {
    return this.#drafts.get(this.#draftKey(id)) ?? '';
  }

  setDraft(id, text) {
    this.#drafts.set(this.#draftKey(id), text);
  }

  /** Forgets a draft that was sent, unless it was changed meanwhile. */
  sent(key, text) {
    if (this.#drafts.get(key) === text) {
      this.#drafts.delete(key);
    }
  }

  #draftKey(id) {
    return `${this.isNoting(id) ? 'note' : 'reply'}:${id}`;
  }

  draftKey(id) {
    return this.#draftKey(id);
  }

  #newMessages(view) {
    const first = this.#seen === null;
    const before = this.#seen ?? new Set();
    this.#seen = new Set();
    const fresh = [];
    for (const conversation of [...view.conversations, ...view.offers.map(offer => offer.conversation)]) {
      const known = before.has(conversation.id);
      this.#seen.add(conversation.id);
      for (const entry of conversation.entries) {
        this.#seen.add(entry.id);
        if (!first && known && !before.has(entry.id) && entry.kind === 'message' && entry.author === 'customer') {
          fresh.push({ conversation, entry });
        }
      }
    }

    for (const { conversation } of fresh) {
      if (conversation.id !== this.selected) {
        this.unread.add(conversation.id);
      }
    }

    return fresh;
  }
}
