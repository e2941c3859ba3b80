/* Forms with scripts: what is not asked is hidden, long ones come page by page, nothing is lost.
 *
 * Every part works without this; the collector checks it all again. The parts lie in `forms/`,
 * one noun each, and are joined with this file when the site is made.
 */

function isScriptable(form) {
  return !form.elements.namedItem("_token") && form.dataset.igWords;
}

/* Fills the form with what was typed here, or sent from here, or the address brings along. */
function fillIn(form, draft, sender) {
  const own = draft.read();
  const isOurs = location.pathname === sender.address.pathname && location.host === sender.address.host;
  if (isOurs) return {};
  const brought = prefill(form);
  if (own) put(form, own.answers, true);
  else if (sender.state.sent) put(form, JSON.parse(sender.state.sent), true);
  else put(form, brought);
  return own || {};
}

function take(form) {
  const name = `${form.dataset.igChallenge}/${form.dataset.igForm}`;
  const say = speaker(form);
  const announce = announcer(form);
  const draft = new Draft(form, name, say);
  const sender = new Sender(form, name, say);
  const own = draft.read();
  let paging;
  const problems = new Problems(form, say, (element) => paging?.reveal(element));
  form.noValidate = true;
  if (voter()) hidden(form, "_voter", voter());

  let order = shuffle(form, own?.order || sender.state.order || "");
  fillIn(form, draft, sender);
  const conditions = new Conditions(form, say, announce);
  excludeAlone(form, say, announce);
  if (form.querySelectorAll(".ig-page").length > 1) paging = new Paging(form, say, problems);
  if (paging && own?.page) paging.turn(paging.pages[own.page]);
  draft.begin(() => ({ order, page: paging ? Math.max(0, paging.pages.indexOf(paging.current)) : 0 }));

  const resume = (found) => {
    if (found.order) order = shuffle(form, found.order);
    put(form, found.answers, true);
    conditions.decide();
    paging?.show(paging.pages[found.page] || paging.pages[0]);
    draft.save();
  };
  if (!own) draft.offer(resume).catch(() => {});

  form.addEventListener("keydown", (event) => holdEnter(event, form));
  form.addEventListener("change", () => paging?.arrange());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (paging && !paging.reviewing) paging.goOn();
    else if (!stops(form, problems)) deliver();
  });

  function deliver() {
    if (hasFiles(form)) sender.leaveToBrowser(draft);
    else sender.submit(draft, problems);
  }
}

/* Enter in a line of text goes on, or does nothing: sending needs the button. */
function holdEnter(event, form) {
  const { target } = event;
  const sends = target.tagName === "INPUT" && event.key === "Enter" && !event.isComposing;
  if (sends && form.querySelectorAll(".ig-page").length < 2 && fieldsOf(form).length > 1) event.preventDefault();
}

function stops(form, problems) {
  const found = problems.find(fieldsOf(form).filter((each) => !each.hidden));
  const terms = form.querySelector("[name=_terms]");
  if (terms && !terms.checked) found._terms = problems.say("answer-terms");
  problems.clear();
  if (!Object.keys(found).length) return false;
  problems.show(found);
  return true;
}

function hasFiles(form) {
  return [...form.querySelectorAll("[type=file]")].some((each) => !each.disabled && each.value);
}

sweepDrafts();
holdName();
for (const form of document.querySelectorAll("form[data-ig-form]")) {
  if (isScriptable(form)) take(form);
}
beginQueue();

/* A form that the browser sent is through once its receipt stands here. */
if (document.querySelector(".ig-code") && tab.read("ideagarden leaving")) {
  device.drop(tab.read("ideagarden leaving"));
  tab.drop("ideagarden leaving");
}

/* A kept link is /collect/-/receipt#CODE: what follows the # is never sent to us by itself. */
const code = document.querySelector("input[data-ig-code]");
if (code && location.hash.length > 1) code.value = location.hash.slice(1);
