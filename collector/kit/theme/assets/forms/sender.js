/* Sends a form without leaving the page. The token names one submission: a tab keeps it until the
 * receipt is there, and while the same words are sent again after a step back; whatever is new
 * gets a token of its own. Wherever a script can't do better the browser sends the form.
 */

class Sender {
  constructor(form, name, say) {
    Object.assign(this, { form, say, id: `${name} ${tabName}`, key: `ideagarden ${name}` });
    this.address = new URL(form.getAttribute("action"), location.href);
    this.tokens = new URL(`../-/token/${name}`, this.address);
    this.state = tab.read(this.key) || {};
    if (this.state.sent && arrivedAnew()) this.keep({});
    this.status = make("p", "ig-status", { role: "status" });
    form.querySelector(".ig-actions").append(this.status);
    form.addEventListener("focusin", () => this.begin().catch(() => {}), { once: true });
    addEventListener("ig-arrived", ({ detail }) => {
      if (detail.id === this.id) this.keep({ token: detail.token, submission: detail.submission, sent: detail.words });
    });
    addEventListener("securitypolicyviolation", ({ effectiveDirective }) => { this.barred ||= effectiveDirective === "connect-src"; });
  }

  keep(state) {
    this.state = state;
    tab.write(this.key, state);
  }

  /* A token, from this tab's memory or the collector. */
  begin() {
    if (this.state.token) return Promise.resolve();
    this.beginning ||= ask(this.tokens).then(({ status, told }) => {
      if (status === 200 && !this.state.token) this.keep({ token: told.token, submission: told.submission });
    }).finally(() => { this.beginning = null; });
    return this.beginning;
  }

  async submit(draft, problems) {
    if (this.busy) return;
    this.turnBusy(true);
    try {
      await this.send(draft, problems);
    } finally {
      this.turnBusy(false);
    }
  }

  async send(draft, problems) {
    const content = read(this.form);
    const words = JSON.stringify(content.answers);
    if (this.state.sent && this.state.sent !== words) this.keep({});
    await this.beginning?.catch(() => {});
    const item = this.item(content, words, draft);
    const reply = await alone(async () => {
      const earlier = queue.find(this.id);
      if (earlier?.receipt && earlier.words === words) return { status: 201, told: earlier };
      if (earlier?.receipt) queue.put({ ...earlier, id: random() });
      else if (earlier?.token) Object.assign(item, { token: earlier.token, submission: earlier.submission });
      queue.put(item);
      return queue.deliver(item, false);
    });
    if (item.token) this.keep({ ...this.state, token: item.token, submission: item.submission });
    await this.answer(item, reply, draft, problems);
  }

  /* As the queue keeps it; out of others' hands while it is under way. */
  item(content, words, draft) {
    const { token, submission } = this.state;
    const said = JSON.parse(this.form.dataset.igWords);
    return {
      id: this.id, address: String(this.address), tokens: String(this.tokens), token, submission, content, words, said,
      page: location.pathname, draft: draft.key, label: this.form.closest("section")?.querySelector("h2")?.textContent || document.title,
      tries: 0, next: Date.now() + 2 * PATIENCE,
    };
  }

  async answer(item, reply, draft, problems) {
    if (isLater(reply)) {
      if (!reply && !item.token && await this.isRefused()) return this.leaveToBrowser(draft);
      queue.postpone(item, reply);
      return problems.summarise([[null, reply?.told.error?.message || this.say("script-unreachable")], [null, this.say(device.lasts ? "script-kept" : "script-kept-here")]]);
    }
    queue.drop(this.id);
    if (reply.status === 201) return this.thank(item, reply.told, draft);
    if (reply.told.errors) return problems.show(messages(reply.told.errors));
    if (reply.status < 500) return this.leaveToBrowser(draft);
    return problems.summarise([[null, reply.told.error?.message || this.say("script-unreachable")]]);
  }

  thank(item, { thanks }, draft) {
    queue.drop(this.id);
    draft.clear();
    this.keep({ ...this.state, sent: item.words });
    location.assign(new URL(thanks, this.address));
  }

  /* Whether it is only scripts that can't reach the collector. */
  isRefused() {
    return this.barred || ask(this.tokens, { mode: "no-cors" }).then(() => true, () => false);
  }

  /* The plain way, with the submission's id, so that what was kept already is known again. */
  leaveToBrowser(draft) {
    queue.drop(this.id);
    if (this.state.submission) hidden(this.form, "_sid", this.state.submission);
    this.keep({});
    draft.save();
    tab.write("ideagarden leaving", draft.key);
    HTMLFormElement.prototype.submit.call(this.form);
  }

  turnBusy(busy) {
    this.busy = busy;
    this.status.textContent = busy ? this.say("script-sending") : "";
  }
}

/* The page was opened by a link or an address, not by a step back or a reload. */
function arrivedAnew() {
  return performance.getEntriesByType("navigation")[0]?.type === "navigate";
}

/* The form as the collector takes it: our own fields, and the texts by column. */
function read(form) {
  const content = { answers: {} };
  for (const [name, text] of new FormData(form)) {
    if (typeof text !== "string") continue;
    if (name.startsWith("_")) content[name] = text;
    else (content.answers[name] ||= []).push(text);
  }
  return content;
}

function messages(errors) {
  return Object.fromEntries(Object.entries(errors).map(([column, { message }]) => [column, message]));
}
