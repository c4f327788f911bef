import { h } from './dom.js';

// Drawn for this desk: 24 x 24, stroked.
const paths = {
  chat: 'M4 5h16v11H9.5L4 20z',
  device: 'M7 3h10v18H7z M10.5 17.5h3',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A15 15 0 0 1 4 5a1 1 0 0 1 1-1z',
  mail: 'M3 6h18v12H3z M3 7l9 6.5L21 7',
  lock: 'M6 11h12v9H6z M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  bot: 'M5 9h14v10H5z M12 9V5 M9.5 13.5V15 M14.5 13.5V15 M2.5 13v3 M21.5 13v3',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4 21c.6-4.4 3.6-6.5 8-6.5s7.4 2.1 8 6.5',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  checks: 'M2.5 12.5L7 17l8.5-9 M12 16l1 1 8.5-9',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M12 7v5l3.5 2',
  send: 'M4 12L20.5 4 14 20.5l-3-6.5z M11 14l4-4.5',
  warn: 'M12 4L2.5 20h19z M12 10v4.5 M12 17.2v.3',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7 M12 16.5v.4',
  shield: 'M12 3l7.5 3v5.5c0 4.5-3 7.7-7.5 9.5-4.5-1.8-7.5-5-7.5-9.5V6z M8.5 12l2.5 2.5 4.5-5',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z',
  swap: 'M4 8h13 M13.5 4.5L17 8l-3.5 3.5 M20 16H7 M10.5 12.5L7 16l3.5 3.5',
  up: 'M12 20V5 M6 11l6-6 6 6',
  back: 'M9 6l-5 5 5 5 M4 11h10a6 6 0 0 1 6 6v1',
  cross: 'M6 6l12 12 M18 6L6 18',
  queue: 'M4 6h16 M4 12h16 M4 18h10',
  inbox: 'M4 13l3-8h10l3 8v6H4z M4 13h5l1 2.5h4l1-2.5h5',
  tag: 'M4 4h8l8.5 8.5-8 8L4 12z M8 8v.2',
  pause: 'M9 5v14 M15 5v14',
  link: 'M9 15l6-6 M10 6.5L11.5 5A4.6 4.6 0 0 1 18 11.5L16.5 13 M14 17.5L12.5 19A4.6 4.6 0 0 1 6 12.5L7.5 11',
  bell: 'M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z M10 21h4',
  arrow: 'M4 12h15 M13.5 6.5L19 12l-5.5 5.5',
  down: 'M12 5v14 M6 13l6 6 6-6',
};

const channels = { 'web-chat': 'chat', sms: 'device', voice: 'phone', email: 'mail', 'e-mail': 'mail' };

/** An icon beside its word; never alone, so it is hidden from assistive technology. */
export const icon = (name, extra = '') => h(
  'svg',
  { class: `icon ${extra}`.trim(), viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' },
  h('path', { d: paths[name] ?? paths.chat }));

export const channelIcon = channel => icon(channels[channel] ?? 'chat');
