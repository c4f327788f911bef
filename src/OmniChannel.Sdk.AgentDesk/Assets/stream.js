const longest = 15_000;

/** Server-sent desks with reconnection: the browser retries dropped connections, this retries refused ones. */
export class DeskStream {
  #address;
  #onDesk;
  #onState;
  #source = null;
  #timer = 0;
  #failures = 0;

  constructor(address, onDesk, onState) {
    this.#address = address;
    this.#onDesk = onDesk;
    this.#onState = onState;
  }

  open() {
    this.close();
    const source = new EventSource(this.#address);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#failures = 0;
      this.#onState('live');
    });
    source.addEventListener('desk', event => this.#onDesk(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      this.#onState('lost');
      if (source.readyState === EventSource.CLOSED) {
        this.#timer = setTimeout(() => this.open(), Math.min(longest, 1000 * 2 ** this.#failures++));
      }
    });
  }

  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }
}
