import { Stuck } from './player.js';

const patience = 45_000;

/** What the steps of the story act with: the page's own controls, pressed by a hand that shows, and the focus left where it was. */
export function telling(stage, watch, player, hand, signal) {
  const pace = seconds => player.pace(seconds, signal);
  const tap = target => hand.tap(target, signal);
  const inChat = selector => [...stage.shop.chat?.shadowRoot.querySelectorAll(selector) ?? []];
  const inDesk = (agent, selector) => stage.desks[agent].shadowRoot.querySelector(selector);

  /** Ends when a test holds; asked anew at whatever moves on the stage. */
  const when = (test, what) => new Promise((resolve, reject) => {
    const look = () => {
      let is;
      try {
        is = test();
      } catch (error) {
        return end(() => reject(error));
      }

      return is && end(() => resolve(is));
    };
    const end = then => {
      clearTimeout(timer);
      stage.removeEventListener('change', look);
      signal.removeEventListener('abort', stopped);
      then();
    };
    const stopped = () => end(() => reject(signal.reason));
    const timer = setTimeout(() => end(() => reject(new Stuck(what))), patience);
    stage.addEventListener('change', look);
    signal.addEventListener('abort', stopped);
    look();
  });

  /** Presses without taking the focus from whoever has it. */
  const quietly = act => {
    const had = document.activeElement;
    act();
    if (document.activeElement !== had) had?.focus?.({ preventScroll: true });
  };

  const fill = async (field, text) => {
    const steps = player.hurrying ? 1 : Math.min(text.length, 24);
    for (let step = 1; step <= steps; step++) {
      field.value = text.slice(0, Math.ceil(text.length * step / steps));
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await pace(0.035);
    }
  };

  const panel = async (agent, kind, prepare) => {
    stage.desks[agent].select(stage.held(agent)?.id);
    await tap(inDesk(agent, `[data-action="${kind}"]`));
    quietly(() => inDesk(agent, `[data-action="${kind}"]`).click());
    const form = await whenIn(agent, 'form.panel');
    await prepare?.(form);
    await tap(form.querySelector('[type=submit]'));
    quietly(() => form.requestSubmit());
  };

  const whenIn = async (agent, selector) => when(() => inDesk(agent, selector), selector);

  return {
    stage, watch, pace, tap, when,

    async openChat() {
      const chat = await when(() => stage.shop.chat, 'chat');
      if (!chat.hasAttribute('open')) {
        await pace(0.5);
        await tap(chat.shadowRoot.querySelector('.launcher'));
        quietly(() => chat.open());
      }
    },

    async write(text) {
      const box = inChat('textarea')[0];
      await fill(box, text);
      box.value = '';
      stage.shop.chat.send(text);
    },

    /** The button of the last question, in the order they stand. */
    async choose(index) {
      const button = await when(() => {
        const open = inChat('.option:not(:disabled)');
        return open.length > index ? open[index] : null;
      }, 'options');
      await tap(button);
      quietly(() => button.click());
    },

    async accept(agent) {
      const there = () => stage.offer(agent) ?? stage.held(agent);
      stage.desks[agent].select((await when(there, 'offer')).conversation?.id);
      await tap(inDesk(agent, '.decide .primary'));
      const offer = stage.offer(agent);
      if (offer) await stage.command(agent, `offers/${offer.id}/accept`);
    },

    async reply(agent, text) {
      stage.desks[agent].select(stage.held(agent)?.id);
      const box = await whenIn(agent, '.draft');
      await fill(box, text);
      await tap(inDesk(agent, '.send'));
      quietly(() => inDesk(agent, '.send').click());
    },

    transfer: (agent, target, note) => panel(agent, 'transfer', async form => {
      await pace(0.6);
      form.elements.to.value = target;
      await fill(form.elements.note, note);
      await pace(1.5);
    }),

    close: agent => panel(agent, 'close'),
  };
}

