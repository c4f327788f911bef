/** While the bot still holds the conversation: how surely the visitor is known, and what was answered. Nothing of it can be taken by anybody. */
export class Watch extends EventTarget {
  #node;
  #stage;
  #asked = 0;
  view = null;

  constructor(node, stage) {
    super();
    this.#node = node;
    this.#stage = stage;
    stage.addEventListener('change', () => this.#ask());
  }

  words(t) {
    this.t = t;
    this.#asked = -1;
    this.#ask();
  }

  get #conversation() {
    const { said, desks } = this.#stage;
    const id = said.at(-1)?.conversation ?? null;
    const taken = Object.values(desks).some(desk => [...desk.view?.offers.map(o => o.conversation) ?? [], ...desk.view?.conversations ?? []].some(c => c.id === id));
    return taken ? null : id;
  }

  async #ask() {
    const id = this.#conversation;
    const asked = id ? this.#stage.said.length : 0;
    if (id && asked === this.#asked) return;
    this.#asked = asked;
    const answer = id ? await fetch(`/story/conversations/${id}?lang=${this.#stage.language}`).catch(() => null) : null;
    if (asked !== this.#asked) return;
    const view = answer?.ok ? await answer.json() : null;
    this.view = view ?? this.view;
    this.#show(view?.owner === 'front-desk' && this.#conversation ? view : null);
    if (view) this.#stage.dispatchEvent(new Event('change'));
  }

  #show(view) {
    this.#node.hidden = !view;
    if (!view) return;
    const { t } = this;
    const part = (tag, name, ...text) => {
      const node = document.createElement(tag);
      node.className = name;
      node.append(...text);
      return node;
    };
    const level = view.recognition.split('.').at(-1);
    const who = part('p', 'who', part('b', '', view.name ?? t('visitor')), ...view.name && view.nameKana ? [part('span', 'kana', view.nameKana)] : []);
    if (view.nameKana) who.querySelector('.kana').lang = 'ja';
    this.#node.replaceChildren(
      part('p', 'kicker', t('withBot')),
      who,
      part('p', `sure sure-${level}`, part('span', 'badge', t(`sure_${level}`)), ' ', view.recognitionText),
      part('p', 'record', view.known > 0 ? t('recordShown', { n: view.known }) : t('recordHidden')),
      part('ul', 'facts', ...view.answers.map(answer => part('li', '', answer))));
  }
}
