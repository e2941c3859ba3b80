/* What was typed so far, kept on the device: one draft a tab, so that two never meet.
 *
 * device  "ideagarden draft <challenge>/<form> <tab>"  {at, answers, order, page, files}
 *
 * The tab that wrote it finds it again by itself; a later one offers what a closed tab left, once.
 */

const DRAFTS = "ideagarden draft";
const DAYS = 30;
const MOMENT = 300;

class Draft {
  constructor(form, name, say) {
    Object.assign(this, { form, say, start: `${DRAFTS} ${name} ` });
    this.key = this.start + tabName;
    this.line = make("p", "ig-hint ig-draft", { hidden: "" }, `${say("script-draft", { days: DAYS })} `);
    this.line.append(button(say("script-forget"), () => this.forget()));
    form.append(this.line);
  }

  /* Begins to keep what is typed; `more` tells the order and the page. */
  begin(more) {
    this.more = more;
    this.form.addEventListener("input", () => this.later());
    this.form.addEventListener("change", () => this.later());
    addEventListener("pagehide", () => { if (this.timer) this.save(); });
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), MOMENT);
  }

  save() {
    clearTimeout(this.timer);
    this.timer = null;
    if (this.off) return;
    const answers = collect(this.form);
    const files = [...this.form.querySelectorAll("[type=file]")].some((each) => each.value);
    if (Object.keys(answers).length) device.write(this.key, { at: Date.now(), answers, files, ...this.more() });
    else device.drop(this.key);
    this.line.hidden = !device.lasts || !Object.keys(answers).length;
  }

  read() {
    return device.read(this.key);
  }

  clear() {
    clearTimeout(this.timer);
    this.timer = null;
    device.drop(this.key);
    this.line.hidden = true;
  }

  /* Of whoever used this device: every draft of this form. */
  forget() {
    this.off = true;
    for (const key of device.keys(this.start)) device.drop(key);
    this.line.replaceChildren(this.say("script-forgotten"));
    this.line.tabIndex = -1;
    this.line.focus();
  }

  /* The newest draft that a closed tab left and that was not offered yet. */
  async left() {
    if (!navigator.locks) return null;
    const open = await openTabs();
    const keys = device.keys(this.start).filter((key) => !open.includes(key.slice(this.start.length)));
    const found = keys.map((key) => ({ key, ...device.read(key) })).filter((each) => each.key !== this.key && !each.offered);
    return found.sort((one, other) => other.at - one.at)[0] || null;
  }

  /* Asks once whether to go on with it. */
  async offer(take) {
    const found = await this.left();
    if (!found) return;
    device.write(found.key, { ...found, offered: true });
    const when = new Date(found.at).toLocaleString(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" });
    const words = [this.say("script-left", { when }), found.files ? this.say("script-files") : ""];
    const close = (act) => () => { device.drop(found.key); act(); box.remove(); };
    const box = make("section", "ig-message ig-offer", { "aria-label": this.say("script-left-title") }, make("p", "", {}, words.join(" ").trim()),
      make("p", "ig-actions", {}, button(this.say("script-take"), close(() => take(found))), button(this.say("script-leave"), close(() => {}))));
    this.form.before(box);
  }
}

function sweepDrafts() {
  for (const key of device.keys(DRAFTS)) {
    if (!(device.read(key)?.at > Date.now() - DAYS * 24 * 3600 * 1000)) device.drop(key);
  }
}
