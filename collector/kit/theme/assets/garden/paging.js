/* One page of a form at a time, those that are due only, and at the end all answers to look over. */

function paginate(form, say, problems) {
  const pages = [...form.querySelectorAll(".ig-page")];
  const heading = pages[0].querySelector(".ig-page__part").cloneNode();
  heading.textContent = say("review");
  const list = make("dl", { class: "ig-answers" });
  const review = make("div", { class: "ig-page" }, heading, list);
  const all = [...pages, review];
  const atEnd = form.querySelectorAll(".ig-terms, .ig-actions [type=submit]:not([name])");
  const back = button(say("back"), () => show(beside(-1)));
  const next = button("", goOn);
  let current = pages.find((each) => each.querySelector(".ig-error")) || pages[0];
  let looked = false;

  pages.at(-1).after(review);
  next.classList.add("md-button--primary");
  form.querySelector(".ig-actions").prepend(next, back);
  form.addEventListener("input", arrange);
  turn(current);

  function due() {
    return all.filter((each) => each === review || each.querySelector(".ig-field:not([hidden])"));
  }

  function beside(step) {
    return due()[due().indexOf(current) + step];
  }

  /* To the next page, unless something on this one is not right yet; after a change to the end. */
  function goOn() {
    const wrong = (page) => problems.find(fieldsOf(page));
    const stop = (looked ? due() : [current]).find((page) => Object.keys(wrong(page)).length);
    if (!stop) return show(looked ? review : beside(1));
    turn(stop);
    return problems.show(wrong(stop));
  }

  function show(page) {
    problems.clear();
    turn(page);
    const part = page.querySelector(".ig-page__part");
    part.tabIndex = -1;
    part.focus();
    form.dispatchEvent(new Event("input"));
  }

  function turn(page) {
    current = page;
    looked ||= page === review;
    for (const each of all) each.hidden = each !== page;
    if (page === review) list.replaceChildren(...pages.flatMap(fieldsOf).filter((each) => !each.hidden).map((each) => rowOf(each, say)));
    arrange();
  }

  function arrange() {
    const asked = due();
    const isEnd = current === review;
    for (const each of atEnd) each.hidden = !isEnd;
    next.hidden = isEnd;
    next.textContent = say(looked || beside(1) === review ? "review" : "next");
    back.hidden = current === asked[0];
    const count = asked.length - 1;
    if (!isEnd) current.querySelector(".ig-page__part").textContent = say("form-part", { number: asked.indexOf(current) + 1, count });
  }

  return {
    goOn,
    go: (index) => show(all[index]),
    get index() { return all.indexOf(current); },
    get isEnd() { return current === review; },
    restore: (index) => turn(all[index]),

    /* The page that an element stands on. */
    reveal(element) {
      const page = element.closest(".ig-page");
      if (page && page !== current) turn(page);
    },
  };
}

function rowOf(field, say) {
  const label = captionOf(field);
  const words = say("change");
  const change = make("a", { href: `#${controlsOf(field)[0].id}`, "aria-label": `${words}: ${label}` }, words);
  const answer = make("span", { class: "ig-answers__text" }, tell(field, label) || say("unanswered"));
  return make("div", {}, make("dt", {}, label), make("dd", {}, answer, " ", change));
}

/* The answers of a field in its own words, each beginning with its line if there are several. */
function tell(field, caption) {
  return [...columnsOf(field).values()].flatMap((controls) => {
    const text = controls.flatMap(told).join(", ");
    const line = nameOf(controls[0]);
    return text ? [line === caption ? text : `${line}: ${text}`] : [];
  }).join("\n");
}

function told(control) {
  if (control.disabled || !control.value.trim()) return [];
  if (isTick(control)) return control.checked ? [wordsOf(control.closest("label"))] : [];
  if (control.files) return [control.files[0].name];
  if (control.options) return [wordsOf(control.selectedOptions[0])];
  return [`${control.value} ${unitOf(control)}`.trim()];
}
