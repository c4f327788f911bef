/** Tabs after the usual pattern: arrow keys move, the panel of the selected one shows, a dot with a number says what is new behind the others. */
export class Tabs extends EventTarget {
  #tabs;

  constructor(list) {
    super();
    this.#tabs = [...list.querySelectorAll('[role=tab]')];
    for (const tab of this.#tabs) {
      tab.addEventListener('click', () => this.select(this.#nameOf(tab)));
      tab.addEventListener('keydown', event => this.#moved(event));
      const mark = document.createElement('span');
      mark.className = 'mark';
      mark.hidden = true;
      tab.append(mark);
    }
  }

  get selected() {
    return this.#nameOf(this.#tabs.find(tab => tab.getAttribute('aria-selected') === 'true'));
  }

  select(name) {
    for (const tab of this.#tabs) {
      const on = this.#nameOf(tab) === name;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls')).hidden = !on;
      if (on) this.count(name, 0);
    }

    this.dispatchEvent(new Event('change'));
  }

  /** Marks a tab that is not shown with what is new there. */
  count(name, number, adds = false) {
    const tab = this.#tabs.find(one => this.#nameOf(one) === name);
    const mark = tab.querySelector('.mark');
    const shown = adds ? Number(mark.textContent || 0) + number : number;
    mark.textContent = shown || '';
    mark.hidden = shown === 0 || this.selected === name;
  }

  #nameOf(tab) {
    return tab.id.replace('tab-', '');
  }

  #moved(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = this.#tabs.indexOf(event.currentTarget);
    const to = step ? (at + step + this.#tabs.length) % this.#tabs.length : { Home: 0, End: this.#tabs.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.select(this.#nameOf(this.#tabs[to]));
      this.#tabs[to].focus();
    }
  }
}
