/** The agent API below a base address. A refusal is a result, as is a service that cannot be reached. */
export class AgentApi {
  constructor(base, agent, language) {
    this.base = base.replace(/\/+$/, '');
    this.root = `${this.base}/${encodeURIComponent(agent)}`;
    this.query = `?lang=${language}`;
  }

  get streamAddress() {
    return `${this.root}/desk/stream${this.query}`;
  }

  desk() {
    return this.#get(`${this.root}/desk${this.query}`);
  }

  queues() {
    return this.#get(`${this.root}/queues`);
  }

  reviews(conversation) {
    return this.#get(`${this.root}/conversations/${encodeURIComponent(conversation)}/reviews${this.query}`);
  }

  async post(path, body = {}) {
    try {
      const answer = await fetch(`${this.root}/${path}${this.query}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
        body: JSON.stringify(body),
      });
      if (answer.status === 401 || answer.status === 403) {
        return { accepted: false, code: 'forbidden', text: null };
      }

      const decision = await answer.json();
      return { accepted: answer.ok && decision.accepted !== false, code: decision.code ?? 'failed', text: decision.text ?? null };
    } catch {
      return { accepted: false, code: 'failed', text: null };
    }
  }

  async #get(address) {
    try {
      const answer = await fetch(address, { headers: { Accept: 'application/json' } });
      return { status: answer.status, value: answer.ok ? await answer.json() : null };
    } catch {
      return { status: 0, value: null };
    }
  }
}
