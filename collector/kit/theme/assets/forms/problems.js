/* What is wrong with a form: said at its fields, and in a summary that leads to them. */

class Problems {
  constructor(form, say, reveal) {
    Object.assign(this, { form, say });
    form.addEventListener("click", (event) => {
      const link = event.target.closest("a[href^='#']");
      const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!target) return;
      event.preventDefault();
      reveal(target);
      target.focus();
    });
  }

  /* Of these fields, by what can be judged here; `{column: message}`. */
  find(fields) {
    const found = fields.filter((each) => !each.hidden).flatMap((each) => Object.entries(readField(each).problems));
    return Object.fromEntries(found.map(([column, problem]) => [column, this.say(...problem)]));
  }

  /* Whether there are any; as they stand on the page, what has no place last. */
  show(messages) {
    this.clear();
    const places = fieldsOf(this.form).flatMap((field) => [
      ...[...columnsOf(field)].map(([column, [control]]) => [column, control]),
      [field.dataset.igQuestion, controlsOf(field)[0], true],
    ]);
    const terms = this.form.elements._terms;
    if (terms) places.push(["_terms", terms]);
    const items = [...places, ...Object.keys(messages).map((each) => [each])].flatMap(([column, control, whole]) => {
      const message = messages[column];
      delete messages[column];
      return message ? [this.mark(message, control, whole)] : [];
    });
    if (items.length) this.summarise(items);
    return items.length > 0;
  }

  /* At a blank, a row of a table, or all choices together; returns the line of the summary. */
  mark(message, control, whole) {
    if (!control) return message;
    const group = control.closest("fieldset");
    const row = control.closest("tr");
    const about = group && (whole || (isTick(control) && !row)) ? group : control;
    const error = make("p", { class: "ig-error", id: `${control.id}--wrong` }, `${this.say("form-error")} ${message}`);
    const first = about === group ? group.querySelector(".ig-scale, .ig-stars, .ig-choice, .ig-option, .ig-part, table") : control.closest("label") || control;
    if (row && !whole) row.cells[0].append(error);
    else first.before(error);
    control.closest(".ig-field").classList.add("ig-field--error");
    about.setAttribute("aria-describedby", `${about.getAttribute("aria-describedby") || ""} ${error.id}`.trim());
    about.setAttribute("aria-invalid", "true");
    const name = whole ? captionOf(control.closest(".ig-field")) : nameOf(control);
    return make("a", { href: `#${control.id}` }, name ? `${name}: ${message}` : message);
  }

  summarise(items) {
    this.clear(".ig-summary");
    const id = `${this.form.id}--problems`;
    const summary = make("div", { class: "ig-summary", role: "alert", tabindex: "-1", "aria-labelledby": id },
      make("h3", { class: "ig-summary__title", id }, this.say("form-problems")), make("ul", {}, ...items.map((each) => make("li", {}, each))));
    this.form.prepend(summary);
    summary.focus();
  }

  clear(marks = ".ig-summary, .ig-error") {
    for (const each of this.form.querySelectorAll(marks)) {
      const about = this.form.querySelector(`[aria-describedby~="${each.id || "-"}"]`);
      about?.setAttribute("aria-describedby", about.getAttribute("aria-describedby").replace(each.id, "").trim());
      about?.removeAttribute("aria-invalid");
      each.closest(".ig-field--error")?.classList.remove("ig-field--error");
      each.remove();
    }
  }
}
