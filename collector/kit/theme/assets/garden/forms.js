/* A form with scripts: what is not asked is hidden, a long one comes page by page, nothing is lost. */

function take(form) {
  const place = form.getAttribute("action").split("/collect/").pop();
  const name = form.elements._comment ? `${place}?${form.elements._comment.value}` : place;
  const words = JSON.parse(form.dataset.igWords);
  const say = (reason, facts = {}) => fill(words[reason], facts);
  const region = make("p", { class: "ig-live", role: "status" });
  const announce = (sentence) => { region.textContent = sentence; };
  const own = device.read(`${DRAFTS}${name} ${tabName}`);
  let order = shuffle(form, own?.order);
  let paging;
  ease(form, say, announce);
  const problems = watchProblems(form, say, (element) => paging?.reveal(element));
  const draft = keepDraft(form, name, say, () => ({ order, page: paging?.index }));
  const sender = makeSender(form, place, name, say, draft, problems);
  form.append(region);
  form.noValidate = true;
  if (voter()) hidden(form, "_voter", voter());

  watchSimilar(form, say, sender.address);
  decide(form, say, announce);
  const isFilled = sender.address.href === location.origin + location.pathname || form.elements._receipt;
  if (!isFilled) fillIn(form, own, sender.sent);
  excludeAlone(form, say, announce);
  if (isLong(form)) paging = paginate(form, say, problems);
  if (own?.page) paging?.restore(own.page);
  if (!own && !isFilled) draft.offer(resume).catch(() => {});

  function resume(found) {
    if (found.order) order = shuffle(form, found.order);
    put(form, found.answers, true);
    paging?.go(found.page);
  }

  form.addEventListener("keydown", holdEnter);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.name === "_save") return; /* The browser sends it as it stands. */
    event.preventDefault();
    if (paging && !paging.isEnd) paging.goOn();
    else if (stops(form, problems, say)) return;
    else if (hasFiles(form)) sender.leaveToBrowser();
    else sender.submit();
  });
}

/* A ballot goes the plain way; only its order is made easier. */
function assist(form) {
  const words = JSON.parse(form.dataset.igWords);
  const region = make("p", { class: "ig-live", role: "status" });
  ease(form, (reason, facts = {}) => fill(words[reason], facts), (sentence) => { region.textContent = sentence; });
  form.append(region);
  form.addEventListener("keydown", holdEnter);
}

function isLong(form) {
  return form.querySelector(".ig-page ~ .ig-page");
}

/* Buttons, sums and counters, where they help. */
function ease(form, say, announce) {
  for (const field of fieldsOf(form)) EASED[field.dataset.igShape]?.(field, say, announce);
  for (const each of form.querySelectorAll(".ig-input--text[data-ig-most], textarea[data-ig-most]")) countCharacters(each, say, announce);
}

const EASED = { ranking: easeRanking, share: easeSharing, slider: easeSlider };

/* What was typed here, or sent from here, or the address brings along. */
function fillIn(form, own, sent) {
  const brought = prefill(form);
  if (own) put(form, own.answers, true);
  else if (sent) put(form, JSON.parse(sent), true);
  else put(form, brought);
}

/* Enter in a line of text goes on, or does nothing: sending needs the button. */
function holdEnter(event) {
  const { target: { form, tagName }, key } = event;
  if (key === "Enter" && tagName === "INPUT" && !isLong(form) && fieldsOf(form).length > 1) event.preventDefault();
}

function stops(form, problems, say) {
  const found = problems.find(fieldsOf(form));
  const terms = form.elements._terms;
  if (terms && !terms.checked) found._terms = say("answer-terms");
  problems.clear();
  return problems.show(found);
}
