/* One page of a form at a time, those that are due only, and at the end all answers to look over. */

class Paging {
  constructor(form, say, problems) {
    Object.assign(this, { form, say, problems });
    this.pages = [...form.querySelectorAll(".ig-page")];
    this.review = new Review(form, say);
    this.pages.at(-1).after(this.review.place);
    this.send = form.querySelector(".ig-actions [type=submit]");
    this.back = button(say("script-back"), () => this.show(this.beside(-1)));
    this.next = button(say("script-next"), () => this.goOn());
    this.next.classList.add("md-button--primary");
    this.send.before(this.next, this.back);
    this.turn(this.pages.find((each) => each.querySelector(".ig-error")) || this.pages[0]);
  }

  get reviewing() {
    return this.current === this.review.place;
  }

  due() {
    const asked = this.pages.filter((each) => each.querySelector(".ig-field:not([hidden])"));
    return [...asked, this.review.place];
  }

  beside(step) {
    const due = this.due();
    return due[due.indexOf(this.current) + step];
  }

  /* To the next page, unless something on this one is not right yet. */
  goOn() {
    if (this.stops(this.current)) return;
    const unsound = this.changing && this.due().find((each) => this.wrong(each));
    if (unsound) this.stops(unsound);
    else this.show(this.changing ? this.review.place : this.beside(1));
  }

  wrong(page) {
    const messages = this.problems.find(fieldsOf(page).filter((each) => !each.hidden));
    return Object.keys(messages).length ? messages : null;
  }

  stops(page) {
    const messages = this.wrong(page);
    this.problems.clear();
    if (!messages) return false;
    this.turn(page);
    this.problems.show(messages);
    return true;
  }

  show(page) {
    this.problems.clear();
    this.turn(page);
    const heading = page.querySelector(".ig-page__part");
    heading.tabIndex = -1;
    heading.focus();
  }

  turn(page) {
    this.current = page;
    if (this.reviewing) this.review.fill(this.pages);
    this.changing ||= this.reviewing;
    for (const each of [...this.pages, this.review.place]) each.hidden = each !== page;
    this.arrange();
  }

  arrange() {
    const due = this.due();
    const terms = this.form.querySelector(".ig-terms");
    if (terms) terms.hidden = !this.reviewing;
    this.send.hidden = !this.reviewing;
    this.next.hidden = this.reviewing;
    this.back.hidden = this.current === due[0];
    this.next.textContent = this.say(this.changing || this.beside(1) === this.review.place ? "script-review" : "script-next");
    const facts = { number: due.indexOf(this.current) + 1, count: due.length - 1 };
    if (!this.reviewing) this.current.querySelector(".ig-page__part").textContent = this.say("form-part", facts);
  }

  /* The page that an element stands on. */
  reveal(element) {
    const page = element.closest(".ig-page");
    if (page && page !== this.current) this.turn(page);
  }
}

class Review {
  constructor(form, say) {
    Object.assign(this, { form, say });
    const level = form.querySelector(".ig-page__part").tagName;
    this.list = make("dl", "ig-answers");
    this.place = make("div", "ig-page ig-review", {}, make(level, "ig-page__part", {}, say("script-review")), this.list);
  }

  fill(pages) {
    const asked = pages.flatMap(fieldsOf).filter((field) => !field.hidden);
    this.list.replaceChildren(...asked.map((field) => this.row(field)));
  }

  row(field) {
    const label = captionOf(field);
    const told = tell(field);
    const target = controlsOf(field).find((each) => !each.disabled) || field;
    const change = make("a", "ig-change", { href: `#${target.id}`, "aria-label": `${this.say("script-change")}: ${label}` }, this.say("script-change"));
    const answer = make("span", "ig-answers__text", {}, told.join("\n") || this.say("script-unanswered"));
    return make("div", "", {}, make("dt", "", {}, label), make("dd", "", {}, answer, " ", change));
  }
}

/* The answers of a field in its own words, each beginning with its line if there are several. */
function tell(field) {
  const texts = [];
  const columns = columnsOf(field);
  for (const [column, controls] of columns) {
    const text = controls.flatMap((each) => wordsOf(each)).join(", ");
    const line = column.includes("__") ? lineOf(controls[0]) : "";
    if (text) texts.push(line ? `${line}: ${text}` : text);
  }
  return texts;
}

function wordsOf(control) {
  if (control.disabled) return [];
  if (isTick(control)) return control.checked ? [labelOf(control)] : [];
  if (control.type === "file") return [...control.files].map(({ name }) => name);
  if (control.tagName === "SELECT") return control.value ? [control.selectedOptions[0].text] : [];
  const unit = document.getElementById(`${control.id}--unit`)?.textContent || "";
  return control.value.trim() ? [`${control.value} ${unit}`.trim()] : [];
}

function labelOf(control) {
  return control.labels[0]?.textContent.trim().replace(/\s+/g, " ") || control.value;
}

function lineOf(control) {
  if (isTick(control)) return control.closest("fieldset")?.querySelector("legend")?.textContent.trim() || "";
  return labelOf(control);
}
