/** Thrown when what a step waits for does not happen. */
export class Stuck extends Error {}

/**
 * Plays a list of steps. A step acts (run), waits for what can be seen (until), and rests while people read (hold). What somebody did by
 * hand meanwhile is not done again. Only the rests and the moves of the hand follow the speed; everything else takes as long as it takes.
 */
export class Player extends EventTarget {
  #steps;
  #begin;
  #run = null;
  #resume = null;

  /** 'idle', 'playing', 'paused', 'done' or 'stuck'. */
  state = 'idle';
  index = -1;
  speed = 1;

  /** True for whoever presents: it pauses by itself when there is something to see. */
  stopsAtEach = false;

  /** True while steps that were seen already are caught up with. */
  hurrying = false;

  constructor(steps, begin) {
    super();
    this.#steps = steps;
    this.#begin = begin;
  }

  get step() {
    return this.#steps[this.index] ?? null;
  }

  get isOn() {
    return this.state === 'playing' || this.state === 'paused';
  }

  /** Plays with a fresh shopper, without rests up to a step. */
  async play(from = 0) {
    this.#run?.abort();
    const run = this.#run = new AbortController();
    this.#resume?.();
    this.index = -1;
    this.hurrying = from > 0;
    this.#become('playing');
    try {
      const ctx = await this.#begin(this, run.signal);
      for (let index = 0; index < this.#steps.length; index++) {
        run.signal.throwIfAborted();
        this.index = index;
        this.hurrying = index < from;
        this.#tell();
        await this.#take(this.#steps[index], ctx, run.signal);
      }

      this.#become('done');
    } catch (error) {
      if (this.#run === run && !run.signal.aborted) {
        console.error(error);
        this.hurrying = false;
        this.#become('stuck');
      }
    }
  }

  pause() {
    if (this.state === 'playing') this.#become('paused');
  }

  resume() {
    if (this.state === 'paused') {
      this.#become('playing');
      this.#resume?.();
    }
  }

  /** To the step before: what was done cannot be undone, so a new shopper is brought there. */
  back() {
    return this.play(Math.max(0, (this.state === 'done' ? this.#steps.length : this.index) - 1));
  }

  stop() {
    this.#run?.abort();
    this.#become('idle');
  }

  /** Rests for some seconds of the story: shorter at higher speed, as long as it likes while paused, not at all when hurrying. */
  async pace(seconds, signal) {
    let left = seconds * 1000;
    while (left > 0 && !this.hurrying) {
      const before = performance.now();
      await new Promise(done => setTimeout(done, Math.min(60, left / this.speed)));
      signal.throwIfAborted();
      await this.gate(signal);
      left -= Math.min(performance.now() - before, 250) * this.speed;
    }
  }

  /** Ends at once unless paused. */
  async gate(signal) {
    while (this.state === 'paused') {
      await new Promise(done => { this.#resume = done; });
    }

    signal.throwIfAborted();
  }

  async #take(step, ctx, signal) {
    await this.gate(signal);
    if (!step.until?.(ctx)) await step.run?.(ctx);
    if (step.until) await ctx.when(() => step.until(ctx), step.id);
    await step.seen?.(ctx);
    if (this.stopsAtEach && !this.hurrying) this.pause();
    await this.gate(signal);
    await this.pace(step.hold ?? 0, signal);
  }

  #become(state) {
    this.state = state;
    this.#tell();
  }

  #tell() {
    this.dispatchEvent(new Event('change'));
  }
}
