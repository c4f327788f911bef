// The shop as the customer sees it: a browser's tab with a product page and the chat widget on it, all real but the goods.
import '/omni/channels/web-chat/shop/widget.js';

const svgOf = text => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;

const sneaker = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 190" role="img" class="sneaker">
  <ellipse class="ground" cx="182" cy="168" rx="142" ry="9"/>
  <path class="sole" d="M34 138c-4 9-3 19 6 22 40 8 230 9 270 2 12-2 16-12 13-22l-6-8-276-2Z"/>
  <path class="tread" d="M44 162l6 7 10-6 8 7 11-6 8 7 11-6 9 7 11-6 9 7 11-6 9 7 12-6 9 7 11-6 10 7 11-6 10 7 11-6 9 7 11-6 9 6 10-6 9 5 9-7"/>
  <path class="foam" d="M36 134c60 12 200 14 284 0 5 9 3 17-6 19-50 8-220 8-268 1-10-2-13-11-10-20Z"/>
  <path class="upper" d="M38 136c-4-30 2-62 12-84 4-8 12-9 20-5 12 7 30 6 40-3 5-5 11-6 17-1 26 22 60 42 104 52 40 9 76 12 86 38 2 5 1 8-1 10-86 11-214 9-278-7Z"/>
  <path class="toe" d="M262 103c28 6 50 13 55 30 2 5 1 8-1 10-20 3-44 4-68 5-4-18 0-34 14-45Z"/>
  <path class="heel" d="M38 136c-4-30 2-62 12-84 3-6 8-8 13-7 8 28 7 62 1 96-10-1-18-3-26-5Z"/>
  <path class="stripe" d="M92 142c14-32 44-60 78-66l16 9c-32 8-56 32-66 60Zm44 4c10-26 30-46 58-54l17 7c-26 8-44 26-52 49Z"/>
  <path class="tongue" d="M108 46c5-12 10-22 20-25 9-2 14 5 12 14l-8 20c-6 6-17 2-24-9Z"/>
  <path class="collar" d="M52 50c12 14 42 14 62-4"/>
  <path class="lace" d="M132 48l22 6M146 60l24 5M163 71l24 5M181 80l24 4"/>
  <circle class="eye" cx="137" cy="62" r="3"/><circle class="eye" cx="153" cy="73" r="3"/><circle class="eye" cx="171" cy="83" r="3"/><circle class="eye" cx="190" cy="90" r="3"/>
</svg>`;

function make(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

export class Shop extends EventTarget {
  #box;
  #t = key => key;
  #language = 'en';
  #colour = 'coral';
  #size = '24.5';
  chat = null;

  constructor(box) {
    super();
    this.#box = box;
  }

  get isOpen() {
    return this.chat !== null;
  }

  words(t, language) {
    [this.#t, this.#language] = [t, language];
    const chat = this.chat;
    if (!chat) {
      this.#box.replaceChildren(this.#closed());
      return;
    }

    // The widget stays connected while the words around it change.
    this.#dress(chat);
    const page = this.#page(null);
    this.#box.firstElementChild.querySelector('.tabline').replaceWith(page.querySelector('.tabline'));
    this.#box.firstElementChild.querySelector('.product').replaceWith(page.querySelector('.product'));
    this.#box.firstElementChild.querySelector('.shopbar').replaceWith(page.querySelector('.shopbar'));
  }

  open() {
    if (!this.chat) {
      this.chat = document.createElement('omni-web-chat');
      this.chat.setAttribute('account', 'shop');
      this.#dress(this.chat);
      this.#box.replaceChildren(this.#page(this.chat));
      this.dispatchEvent(new Event('change'));
    }
  }

  close(byHand = false) {
    this.chat = null;
    this.#box.replaceChildren(this.#closed());
    if (byHand) this.#box.querySelector('button').focus();
    this.dispatchEvent(new Event('change'));
  }

  /** A browser that nobody has used: the next chat is a stranger's. */
  forget() {
    this.chat = null;
    this.#box.replaceChildren();
    for (const store of [localStorage, sessionStorage]) {
      Object.keys(store).filter(key => key.startsWith('omni-web-chat')).forEach(key => store.removeItem(key));
    }
    this.open();
  }

  get closeButton() {
    return this.#box.querySelector('.close-tab');
  }

  #dress(chat) {
    chat.setAttribute('lang', this.#language);
    chat.setAttribute('heading', this.#t('chatHeading'));
    chat.setAttribute('greeting', this.#t('chatGreeting'));
  }

  #page(chat) {
    const t = this.#t;
    return make('div', { class: 'browser' },
      make('div', { class: 'tabline' },
        make('span', { class: 'browser-tab' }, make('i', { 'aria-hidden': 'true' }), make('span', {}, t('tabTitle')),
          make('button', { type: 'button', class: 'close-tab', 'aria-label': t('closeTab'), title: t('closeTab'), onclick: () => this.close(true) },
            svgOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true"><path d="m7 7 10 10M17 7 7 17"/></svg>')))),
      make('div', { class: 'page' },
        make('div', { class: 'shopbar' }, make('b', {}, t('shopName')), make('ul', {}, make('li', {}, t('navNew')), make('li', { class: 'on' }, t('navTrail')), make('li', {}, t('navCity'))),
          make('span', { class: 'bag', role: 'img', 'aria-label': t('bag') }, svgOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M5 8h14l-1 12H6ZM9 8V6a3 3 0 0 1 6 0v2"/></svg>'))),
        this.#product(),
        chat));
  }

  #product() {
    const t = this.#t;
    const picture = svgOf(sneaker);
    picture.setAttribute('aria-label', t('picture'));
    const product = make('article', { class: 'product', 'data-colour': this.#colour },
      make('div', { class: 'hero' }, picture),
      make('p', { class: 'kicker' }, t('kicker')),
      make('div', { class: 'headline' }, make('h2', {}, t('product')), make('p', { class: 'price' }, make('b', {}, t('price')), ' ', make('small', {}, t('tax')))),
      make('p', { class: 'rating' }, make('span', { 'aria-hidden': 'true' }, '★★★★★'), ' ', t('rating')),
      this.#pick('colour', ['coral', 'sea', 'night'], this.#colour, name => t(`colour_${name}`), value => { product.dataset.colour = this.#colour = value; }),
      this.#pick('size', ['24', '24.5', '25', '25.5', '26'], this.#size, value => value, value => { this.#size = value; }),
      make('button', { type: 'button', class: 'add' }, t('add')),
      make('p', { class: 'ships' }, t('ships')));
    return product;
  }

  #pick(name, values, current, label, change) {
    return make('fieldset', { class: `pick ${name}` }, make('legend', {}, this.#t(name)),
      ...values.map(value => make('label', { 'data-value': value },
        make('input', { type: 'radio', name: `shop-${name}`, value, checked: value === current, onchange: () => change(value) }), make('span', {}, label(value)))));
  }

  #closed() {
    const t = this.#t;
    return make('div', { class: 'closed' },
      svgOf('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 48" aria-hidden="true"><rect x="2" y="2" width="60" height="44" rx="6"/><path d="M2 13h60M9 7.5h12M26 24l12 12M38 24 26 36"/></svg>'),
      make('h2', {}, t('closedTitle')), make('p', {}, t('closedText')),
      make('button', { type: 'button', class: 'quiet', onclick: () => this.open() }, t('reopen')));
  }
}
