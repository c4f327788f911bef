import { languageOf, translator } from './strings.js';

// The page takes its agent from ?agent= and its language from ?lang= or the browser.
const query = new URLSearchParams(location.search);
const desk = document.querySelector('omni-agent-desk');
const language = languageOf(query.get('lang') ?? navigator.language);
const t = translator(language);
document.documentElement.lang = language;
document.title = t('desk');
desk.setAttribute('lang', language);
if (query.get('agent')) {
  desk.setAttribute('agent', query.get('agent'));
}

desk.addEventListener('omni-desk-agent', event => {
  query.set('agent', event.detail.agent);
  history.replaceState(null, '', `?${query}`);
});
desk.addEventListener('omni-desk-change', event => {
  const { agent, offers } = event.detail.view;
  const title = agent ? t('deskOf', { name: agent.name }) : t('desk');
  document.title = offers.length > 0 ? `(${offers.length}) ${title}` : title;
});

await import('./omni-agent-desk.js');
