/** A pointer that shows what the story presses. It presses nothing itself and never takes the focus. */
export class Hand {
  #node;
  #player;
  #still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(node, player) {
    this.#node = node;
    this.#player = player;
  }

  /** Moves to an element and taps; what is not on screen is left alone. */
  async tap(target, signal) {
    const box = target?.getBoundingClientRect();
    if (!box?.width || this.#player.hurrying || !this.#isOnScreen(box)) return;
    const node = this.#node;
    const seconds = this.#still.matches ? 0 : 0.55;
    node.hidden = false;
    node.style.transitionDuration = `${seconds / this.#player.speed}s`;
    node.style.translate = `${box.left + Math.min(box.width / 2, 120)}px ${box.top + Math.min(box.height / 2, 40)}px`;
    await this.#player.pace(0.6, signal);
    node.classList.add('taps');
    await this.#player.pace(0.2, signal);
    node.classList.remove('taps');
  }

  hide() {
    this.#node.hidden = true;
  }

  #isOnScreen({ left, top, right, bottom }) {
    return right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  }
}
