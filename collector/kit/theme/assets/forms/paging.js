/* One page of a form at a time, those that are due only, and at the end all answers to look over. */

class Paging {
  constructor(form, say, problems) {
    Object.assign(this, { form, say, problems });
    this.pages = [...form.querySelectorAll(".ig-page")];
    const heading = this.pages[0].querySelector(".ig-page__part").cloneNode();
    heading.textContent = say("script-review");
    this.list = make("dl", { class: "ig-answers" });
    this.review = make("div", { class: "ig-page" }, heading, this.list);
    this.pages.at(-1).after(this.review);
    this.all = [...this.pages, this.review];
    this.atEnd = form.querySelectorAll(".ig-terms, .ig-actions [type=submit]");
    this.back = button(say("script-back"), () => this.show(this.beside(-1)));
    this.next = button("", () => this.goOn());
    this.next.classList.add("md-button--primary");
    form.querySelector(".ig-actions").prepend(this.next, this.back);
    this.turn(this.pages.find((each) => each.querySelector(".ig-error")) || this.pages[0]);
  }

  get reviewing() {
    return this.current === this.review;
  }

  due() {
    return [...this.pages.filter((each) => each.querySelector(".ig-field:not([hidden])")), this.review];
  }

  beside(step) {
    const due = this.due();
    return due[due.indexOf(this.current) + step];
  }

  /* To the next page, unless something on this one is not right yet; after a change to the end. */
  goOn() {
    const stop = this.looked ? this.due().find((each) => this.wrong(each)) : this.wrong(this.current) && this.current;
    if (!stop) return this.show(this.looked ? this.review : this.beside(1));
    const messages = this.wrong(stop);
    this.turn(stop);
    return this.problems.show(messages);
  }

  wrong(page) {
    const messages = this.problems.find(fieldsOf(page));
    return Object.keys(messages).length ? messages : null;
  }

  show(page) {
    this.problems.clear();
    this.turn(page);
    const heading = page.querySelector(".ig-page__part");
    heading.tabIndex = -1;
    heading.focus();
    this.form.dispatchEvent(new Event("input"));
  }

  turn(page) {
    this.current = page;
    for (const each of this.all) each.hidden = each !== page;
    this.looked ||= this.reviewing;
    if (this.reviewing) this.list.replaceChildren(...this.pages.flatMap(fieldsOf).filter((each) => !each.hidden).map((each) => this.row(each)));
    this.arrange();
  }

  arrange() {
    const due = this.due();
    for (const each of this.atEnd) each.hidden = !this.reviewing;
    this.next.hidden = this.reviewing;
    this.next.textContent = this.say(this.looked || this.beside(1) === this.review ? "script-review" : "script-next");
    this.back.hidden = this.current === due[0];
    due.slice(0, -1).forEach((each, index) => {
      each.querySelector(".ig-page__part").textContent = this.say("form-part", { number: index + 1, count: due.length - 1 });
    });
  }

  /* The page that an element stands on. */
  reveal(element) {
    const page = element.closest(".ig-page");
    if (page && page !== this.current) this.turn(page);
  }

  row(field) {
    const label = captionOf(field);
    const words = this.say("script-change");
    const change = make("a", { href: `#${controlsOf(field)[0].id}`, "aria-label": `${words}: ${label}` }, words);
    const answer = make("span", { class: "ig-answers__text" }, tell(field, label) || this.say("script-unanswered"));
    return make("div", {}, make("dt", {}, label), make("dd", {}, answer, " ", change));
  }
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
