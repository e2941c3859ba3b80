/* Sends a form without leaving the page. The token names one submission: a tab keeps it until the
 * receipt is there, and while the same words are sent again after a step back; whatever is new
 * gets a token of its own. Wherever a script can't do better the browser sends the form.
 */

const LEAVING = "ideagarden leaving";

function makeSender(form, place, name, say, draft, problems) {
  const id = `${name} ${tabName}`;
  const key = `ideagarden ${name}`;
  const address = new URL(form.getAttribute("action"), location.href);
  const tokens = `${String(address).slice(0, -place.length)}-/token/${place}`;
  const status = make("p", { class: "ig-status", role: "status" });
  let state = tab.read(key) || {};
  let beginning;
  let busy = false;
  const arrivedAnew = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  if (state.sent && arrivedAnew) keep({});
  form.querySelector(".ig-actions").append(status);
  form.addEventListener("focusin", () => { beginning = begin().catch(() => {}); }, { once: true });
  addEventListener("ig-arrived", () => { state = tab.read(key) || {}; });

  function keep({ token, submission, sent }) {
    state = { token, submission, sent };
    tab.write(key, state);
  }

  /* A token, from this tab's memory or the collector, before it is needed. */
  async function begin() {
    if (state.token) return;
    const reply = await ask(tokens);
    if (reply.status === 200) keep(reply.told);
  }

  async function submit() {
    if (busy) return;
    busy = true;
    status.textContent = say("sending");
    await send().finally(() => {
      busy = false;
      status.textContent = "";
    });
  }

  async function send() {
    await beginning;
    const item = makeItem();
    const reply = await alone(() => {
      const earlier = queue.find(id);
      if (earlier?.receipt && earlier.words === item.words) return { status: 201, told: earlier };
      if (earlier?.receipt) queue.put({ ...earlier, id: random() });
      else if (earlier?.token) Object.assign(item, { token: earlier.token, submission: earlier.submission });
      queue.put(item);
      return queue.deliver(item, 0);
    });
    if (item.token) keep({ ...item, sent: state.sent });
    await show(item, reply);
  }

  /* As the queue keeps it; out of others' hands while it is under way. */
  function makeItem() {
    const content = read(form);
    const words = JSON.stringify(content.answers);
    draft.save();
    if (state.sent && state.sent !== words) keep({});
    return {
      ...state, id, key, address: String(address), tokens, content, words, label: wordsOf(document.querySelector("h1")), draft: draft.key, at: Date.now(),
      said: JSON.parse(form.dataset.igWords), page: location.pathname, tries: 0, next: Date.now() + 2 * PATIENCE,
    };
  }

  /* What the collector answered. */
  async function show(item, reply) {
    const said = reply?.told.error?.message || say("unreachable");
    if (!reply && !item.token && await isRefused()) return leaveToBrowser();
    if (isLater(reply)) {
      queue.settle(item, reply);
      problems.clear();
      return reply?.told.error ? problems.summarise([said]) : queue.place.focus();
    }
    queue.drop(id);
    if (reply.status === 201) {
      queue.dropDraft(item);
      keep({ ...state, sent: item.words });
      return location.assign(new URL(reply.told.thanks, address));
    }
    const { errors } = reply.told;
    if (errors) return problems.show(Object.fromEntries(Object.keys(errors).map((each) => [each, errors[each].message])));
    return reply.status < 500 ? leaveToBrowser() : problems.summarise([said]);
  }

  /* Whether it is only scripts that can't reach the collector. */
  function isRefused() {
    return fetch(tokens, { mode: "no-cors" }).then(() => true, () => false);
  }

  /* The plain way, with the submission's id, so that what was kept already is known again. */
  function leaveToBrowser() {
    queue.drop(id);
    if (state.submission) hidden(form, "_sid", state.submission);
    keep({});
    tab.write(LEAVING, draft.key);
    HTMLFormElement.prototype.submit.call(form);
  }

  return { address, sent: state.sent, submit, leaveToBrowser };
}

/* The form as the collector takes it: our own fields, and the texts by column. */
function read(form) {
  const content = { answers: {} };
  for (const [name, text] of new FormData(form)) {
    if (name.startsWith("_")) content[name] = text;
    else if (!(text instanceof File)) (content.answers[name] ||= []).push(text);
  }
  return content;
}
