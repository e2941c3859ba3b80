/* Sends a form without leaving the page. The token names one submission: a tab keeps it until the
 * receipt is there, and while the same words are sent again after a step back; whatever is new
 * gets a token of its own. Wherever a script can't do better the browser sends the form.
 */

const LEAVING = "ideagarden leaving";

class Sender {
  constructor(form, name, say, draft, problems) {
    Object.assign(this, { form, say, draft, problems, id: `${name} ${tabName}`, key: `ideagarden ${name}` });
    this.address = new URL(form.getAttribute("action"), location.href);
    this.tokens = String(new URL(`../-/token/${name}`, this.address));
    this.state = tab.read(this.key) || {};
    const arrivedAnew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
    if (this.state.sent && arrivedAnew) this.keep({});
    this.status = make("p", { class: "ig-status", role: "status" });
    form.querySelector(".ig-actions").append(this.status);
    form.addEventListener("focusin", () => { this.beginning = this.begin().catch(() => {}); }, { once: true });
    addEventListener("ig-arrived", () => { this.state = tab.read(this.key) || {}; });
  }

  keep({ token, submission, sent }) {
    this.state = { token, submission, sent };
    tab.write(this.key, this.state);
  }

  /* A token, from this tab's memory or the collector, before it is needed. */
  async begin() {
    if (this.state.token) return;
    const { status, told } = await ask(this.tokens);
    if (status === 200) this.keep(told);
  }

  async submit() {
    if (this.busy) return;
    this.busy = true;
    this.status.textContent = this.say("script-sending");
    await this.send().finally(() => {
      this.busy = false;
      this.status.textContent = "";
    });
  }

  async send() {
    await this.beginning;
    const item = this.item();
    const reply = await alone(() => {
      const earlier = queue.find(this.id);
      if (earlier?.receipt && earlier.words === item.words) return { status: 201, told: earlier };
      if (earlier?.receipt) queue.put({ ...earlier, id: random() });
      else if (earlier?.token) Object.assign(item, { token: earlier.token, submission: earlier.submission });
      queue.put(item);
      return queue.deliver(item, 0);
    });
    if (item.token) this.keep({ ...this.state, token: item.token, submission: item.submission });
    await this.show(item, reply);
  }

  /* As the queue keeps it; out of others' hands while it is under way. */
  item() {
    const content = read(this.form);
    const words = JSON.stringify(content.answers);
    if (this.state.sent && this.state.sent !== words) this.keep({});
    const label = wordsOf(this.form.closest("section")?.querySelector("h2")) || document.title;
    return {
      ...this.state, id: this.id, key: this.key, address: String(this.address), tokens: this.tokens, content, words, label,
      said: JSON.parse(this.form.dataset.igWords), page: location.pathname, draft: this.draft.key, tries: 0, next: Date.now() + 2 * PATIENCE,
    };
  }

  /* What the collector answered. */
  async show(item, reply) {
    const said = reply?.told.error?.message || this.say("script-unreachable");
    if (!reply && !item.token && await this.isRefused()) return this.leaveToBrowser();
    if (isLater(reply)) {
      queue.settle(item, reply);
      return this.problems.summarise([said, fill(this.say(device.lasts ? "script-kept" : "script-kept-here"), item)]);
    }
    queue.drop(this.id);
    if (reply.status === 201) return this.thank(item, reply.told.thanks);
    if (reply.told.errors) return this.problems.show(Object.fromEntries(Object.entries(reply.told.errors).map(([column, { message }]) => [column, message])));
    return reply.status < 500 ? this.leaveToBrowser() : this.problems.summarise([said]);
  }

  thank(item, thanks) {
    this.draft.clear();
    this.keep({ ...this.state, sent: item.words });
    location.assign(new URL(thanks, this.address));
  }

  /* Whether it is only scripts that can't reach the collector. */
  isRefused() {
    return fetch(this.tokens, { mode: "no-cors" }).then(() => true, () => false);
  }

  /* The plain way, with the submission's id, so that what was kept already is known again. */
  leaveToBrowser() {
    queue.drop(this.id);
    if (this.state.submission) hidden(this.form, "_sid", this.state.submission);
    this.keep({});
    tab.write(LEAVING, this.draft.key);
    HTMLFormElement.prototype.submit.call(this.form);
  }
}

/* The form as the collector takes it: our own fields, and the texts by column. */
function read(form) {
  const content = { answers: {} };
  for (const [name, text] of new FormData(form)) {
    if (name.startsWith("_")) content[name] = text;
    else if (typeof text === "string") (content.answers[name] ||= []).push(text);
  }
  return content;
}
