/* What was typed so far, kept on the device: one draft a tab, so that two never meet.
 *
 * device  "ideagarden draft <challenge>/<form> <tab>"  {at, answers, order, page, files, offered}
 *
 * The tab that wrote it finds it again by itself; a later one offers what a closed tab left, once.
 */

const DRAFTS = "ideagarden draft ";
const DAYS = 30;
const MOMENT = 300;

class Draft {
  constructor(form, name, say) {
    Object.assign(this, { form, say, start: `${DRAFTS}${name} ` });
    this.key = this.start + tabName;
    this.line = make("p", { class: "ig-hint ig-draft", hidden: "" }, `${say("script-draft", { days: DAYS })} `, button(say("script-forget"), () => this.forget()));
    form.append(this.line);
  }

  /* Begins to keep what is typed; `more` tells the order and the page. */
  begin(more) {
    this.more = more;
    this.form.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), MOMENT);
    });
    addEventListener("pagehide", () => { if (this.timer) this.save(); });
  }

  save() {
    const answers = collect(this.form);
    const files = [...this.form.querySelectorAll("[type=file]")].some(({ value }) => value);
    this.clear();
    if (this.off || !Object.keys(answers).length) return;
    device.write(this.key, { at: Date.now(), answers, files, ...this.more() });
    this.line.hidden = !device.lasts;
  }

  clear() {
    clearTimeout(this.timer);
    this.timer = null;
    device.drop(this.key);
    this.line.hidden = !this.off;
  }

  /* On a device that others use: every draft of this form. */
  forget() {
    this.off = true;
    device.keys(this.start).forEach((key) => device.drop(key));
    this.line.replaceChildren(this.say("script-forgotten"));
    this.line.tabIndex = -1;
    this.line.focus();
  }

  /* The newest that a closed tab left and nobody was asked about: ask once whether to go on. */
  async offer(take) {
    const open = (await locks.query()).held.map(({ name }) => name);
    const left = device.keys(this.start).filter((key) => !open.includes(key.slice(this.start.length))).map((key) => ({ key, ...device.read(key) }));
    const [found] = left.filter(({ key, offered }) => key !== this.key && !offered).sort((one, other) => other.at - one.at);
    if (!found) return;
    device.write(found.key, { ...found, offered: true });
    const when = new Date(found.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    const close = (act) => () => {
      device.drop(found.key);
      box.remove();
      act(found);
    };
    const box = make("section", { class: "ig-message", "aria-label": this.say("script-left-title") },
      make("p", {}, `${this.say("script-left", { when })} ${found.files ? this.say("script-files") : ""}`),
      button(this.say("script-take"), close(take)), " ", button(this.say("script-leave"), close(() => {})));
    this.form.before(box);
  }
}

function sweepDrafts() {
  const old = (key) => !(device.read(key)?.at > Date.now() - DAYS * 24 * 3600 * 1000);
  device.keys(DRAFTS).filter(old).forEach((key) => device.drop(key));
}
