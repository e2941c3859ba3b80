/* What was typed so far, kept on the device: one draft a tab, so that two never meet.
 *
 * device  "ideagarden draft <what it is sent to> <tab>"  {at, answers, order, page, files, offered}
 *
 * The tab that wrote it finds it again by itself; a later one offers what a closed tab left, once.
 */

const DRAFTS = "ideagarden draft ";
const DAYS = 30;
const MOMENT = 300;

/* Keeps what is typed from now on; `more` tells the order and the page. */
function keepDraft(form, name, say, more) {
  const start = `${DRAFTS}${name} `;
  const key = start + tabName;
  const line = make("p", { class: "ig-hint ig-draft", hidden: "" }, `${say("draft", { days: DAYS })} `, button(say("forget"), forget));
  let timer;
  let off = false;
  form.append(line);
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, MOMENT);
  });
  addEventListener("pagehide", () => { if (timer) save(); });

  /* What changes an entry is no draft of a new one. */
  function save() {
    if (form.elements._receipt) return;
    const answers = collect(form);
    clear();
    if (off || !Object.keys(answers).length) return;
    device.write(key, { at: Date.now(), answers, files: hasFiles(form), ...more() });
    line.hidden = !device.lasts;
  }

  function clear() {
    clearTimeout(timer);
    timer = null;
    device.drop(key);
    line.hidden = !off;
  }

  /* On a device that others use: every draft of this form. */
  function forget() {
    off = true;
    device.keys(start).forEach((each) => device.drop(each));
    line.replaceChildren(say("forgotten"));
    line.tabIndex = -1;
    line.focus();
  }

  /* The newest that a closed tab left and nobody was asked about: ask once whether to go on. */
  async function offer(take) {
    const open = (await locks.query()).held.map((each) => each.name);
    const left = device.keys(start).filter((each) => !open.includes(each.slice(start.length))).map((each) => [each, device.read(each)]);
    const [found] = left.filter(([each, { offered }]) => each !== key && !offered).sort(([, one], [, other]) => other.at - one.at);
    if (!found) return;
    const [place, kept] = found;
    device.write(place, { ...kept, offered: true });
    const when = new Date(kept.at).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    const close = (reason, act) => button(say(reason), () => {
      device.drop(place);
      box.remove();
      act(kept);
    });
    const box = make("section", { class: "ig-message", "aria-label": say("left-title") },
      make("p", {}, `${say("left", { when })} ${kept.files ? say("files") : ""}`),
      make("p", { class: "ig-actions" }, close("take", take), close("leave", () => {})));
    form.before(box);
  }

  return { key, save, offer };
}

function sweepDrafts() {
  const isOld = (key) => !(device.read(key)?.at > Date.now() - DAYS * DAY);
  device.keys(DRAFTS).filter(isOld).forEach((key) => device.drop(key));
}
