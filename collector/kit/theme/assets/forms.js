/* Forms with scripts: what is not asked is hidden, long ones come page by page, nothing is lost.
 *
 * Every part works without this; the collector checks it all again. The parts lie in `forms/`,
 * one noun each, and are joined with this file when the site is made.
 */

function take(form) {
  const name = `${form.dataset.igChallenge}/${form.dataset.igForm}`;
  const words = JSON.parse(form.dataset.igWords);
  const say = (reason, facts = {}) => fill(words[reason], facts);
  const region = make("p", { class: "ig-live", role: "status" });
  const announce = (sentence) => { region.textContent = sentence; };
  const draft = new Draft(form, name, say);
  let paging;
  const problems = new Problems(form, say, (element) => paging?.reveal(element));
  const sender = new Sender(form, name, say, draft, problems);
  const own = device.read(draft.key);
  form.append(region);
  form.noValidate = true;
  if (voter()) hidden(form, "_voter", voter());

  ease(form, say, announce);
  let order = shuffle(form, own?.order);
  new Conditions(form, say, announce);
  if (sender.address.href !== location.origin + location.pathname) fillIn(form, own, sender);
  excludeAlone(form, say, announce);
  if (form.querySelector(".ig-page ~ .ig-page")) paging = new Paging(form, say, problems);
  if (own?.page) paging?.turn(paging.all[own.page]);
  draft.begin(() => ({ order, page: paging ? paging.all.indexOf(paging.current) : 0 }));
  if (!own) draft.offer(resume).catch(() => {});

  function resume(found) {
    if (found.order) order = shuffle(form, found.order);
    put(form, found.answers, true);
    paging?.show(paging.all[found.page]);
  }

  form.addEventListener("input", () => paging?.arrange());
  form.addEventListener("keydown", holdEnter);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (paging && !paging.reviewing) paging.goOn();
    else if (stops(form, problems)) return;
    else if ([...form.querySelectorAll("[type=file]:enabled")].some(({ value }) => value)) sender.leaveToBrowser();
    else sender.submit();
  });
}

/* Buttons, sums and counters, where they help. */
function ease(form, say, announce) {
  for (const field of fieldsOf(form)) EASED[field.dataset.igShape]?.(field, say, announce);
  for (const each of form.querySelectorAll(".ig-input--text[data-ig-most], textarea[data-ig-most]")) countCharacters(each, say, announce);
}

const EASED = { ranking: easeRanking, share: easeSharing, slider: easeSlider };

/* What was typed here, or sent from here, or the address brings along. */
function fillIn(form, own, { state }) {
  const brought = prefill(form);
  if (own) put(form, own.answers, true);
  else if (state.sent) put(form, JSON.parse(state.sent), true);
  else put(form, brought);
}

/* Enter in a line of text goes on, or does nothing: sending needs the button. */
function holdEnter(event) {
  const { target: { form, tagName }, key } = event;
  if (key !== "Enter" || tagName !== "INPUT" || form.querySelector(".ig-page ~ .ig-page")) return;
  if (fieldsOf(form).length > 1) event.preventDefault();
}

function stops(form, problems) {
  const found = problems.find(fieldsOf(form));
  const terms = form.elements._terms;
  if (terms && !terms.checked) found._terms = problems.say("answer-terms");
  return problems.show(found);
}

sweepDrafts();
for (const form of document.querySelectorAll("form[data-ig-words]")) {
  if (!form.elements._token) take(form);
}
beginQueue();

/* A form that the browser sent is through once its receipt stands here. */
if (tab.read(LEAVING) && document.querySelector(".ig-code")) {
  device.drop(tab.read(LEAVING));
  tab.drop(LEAVING);
}

/* A kept link is /collect/-/receipt#CODE: what follows the # is never sent to us by itself. */
const code = document.querySelector("input[data-ig-code]");
if (code && location.hash.length > 1) code.value = location.hash.slice(1);
