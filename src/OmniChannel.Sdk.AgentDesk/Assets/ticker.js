import { clockText } from './format.js';

/** Fills everything that counts, once a second and after each render: no other part of the page is touched. */
export function tick(root, now, f) {
  for (const node of root.querySelectorAll('[data-tick]')) {
    const at = Date.parse(node.dataset.at);
    const text = {
      since: () => clockText((now - at) / 1000),
      waits: () => f.t('waitsSince', { time: clockText((now - at) / 1000) }),
      left: () => (at > now ? f.t('secondsLeft', { n: Math.ceil((at - now) / 1000) }) : f.t('expired')),
      seconds: () => String(Math.max(0, Math.ceil((at - now) / 1000))),
    }[node.dataset.tick]();
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }

  for (const node of root.querySelectorAll('[data-until]')) {
    const [from, until] = [Date.parse(node.dataset.from), Date.parse(node.dataset.until)];
    const left = until > from ? Math.min(1, Math.max(0, (until - now) / (until - from))) : 0;
    node.style.setProperty('--left', left.toFixed(4));
    node.classList.toggle('late', until - now < 10_000);
  }
}
