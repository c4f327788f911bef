import { channelName, has, translator } from './strings.js';

/** Seconds of "[d.]hh:mm:ss[.fffffff]", as the desk's view writes a duration. */
export function secondsOf(duration) {
  const match = /^(?:(\d+)\.)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(duration ?? '');
  return match ? Number(match[1] ?? 0) * 86400 + Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4]) : 0;
}

/** 0:07, 12:30, 1:05:09. */
export function clockText(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const two = number => String(number).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/** Text in Japanese letters gets Japanese glyphs and line breaking whatever the desk's language is. */
export const scriptOf = text => (/[\u3040-\u30ff\u4e00-\u9fff\uff66-\uff9f]/.test(text ?? '') ? 'ja' : null);

export function formatter(language, labels) {
  const t = translator(language);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const full = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', month: 'short', day: 'numeric' });
  return {
    t,
    language,
    time: at => time.format(new Date(at)),
    full: at => full.format(new Date(at)),
    day: at => day.format(new Date(at)),

    /** A value's or slot's name for people: the host's own word, ours, or the name made readable. */
    label(name) {
      const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[-_.]+/g, ' ').trim().toLowerCase();
      const key = `name_${words.replaceAll(' ', '_')}`;
      return labels?.[name] ?? (has(key) ? t(key) : words.charAt(0).toUpperCase() + words.slice(1));
    },

    /** How two values compare, in words. */
    level(name) {
      const key = `level_${name.replaceAll(' ', '_')}`;
      return has(key) ? t(key) : name;
    },

    channel: (channel, given) => channelName(language, channel, given),

    who: conversation => conversation.customer.name ?? t('visitor'),
  };
}
