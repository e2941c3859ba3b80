/* What is wrong with a form: said at its fields, and in a summary that leads to them. */

function watchProblems(form, say, reveal) {
  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) return;
    event.preventDefault();
    reveal(target);
    target.focus();
  });

  /* Of these fields, by what can be judged here; `{column: message}`. */
  function find(fields) {
    const found = fields.filter((each) => !each.hidden).flatMap((each) => Object.entries(readField(each).problems));
    return Object.fromEntries(found.map(([column, problem]) => [column, say(...problem)]));
  }

  /* Whether there are any; as they stand on the page, what has no place last. */
  function show(messages) {
    clear();
    const fields = fieldsOf(form).flatMap((field) => {
      const controls = controlsOf(field);
      return [...controls.map((each) => [each.name, each]), [field.dataset.igQuestion, controls[0], true]];
    });
    const others = Object.keys(messages).map((each) => [each, form.elements[each]]);
    const items = [...fields, ...others].flatMap(([column, control, whole]) => {
      const message = messages[column];
      delete messages[column];
      return message ? [control ? mark(message, control, whole) : message] : [];
    });
    if (items.length) summarise(items);
    return items.length;
  }

  /* At a blank, a row of a table, or all choices together; returns the line of the summary. */
  function mark(message, control, whole) {
    const field = control.closest(".ig-field");
    const group = control.closest("fieldset");
    const row = !whole && control.closest("tr");
    const about = group && (whole || (isTick(control) && !row)) ? group : control;
    const error = make("p", { class: "ig-error", id: `${control.id}--wrong` }, `${say("form-error")} ${message}`);
    const first = about === group ? group.querySelector(".ig-scale, .ig-stars, .ig-choice, .ig-option, .ig-part, table") : control.closest("label") || control;
    if (row) row.cells[0].append(error);
    else first.before(error);
    field.classList.add("ig-field--error");
    about.setAttribute("aria-describedby", `${about.getAttribute("aria-describedby") || ""} ${error.id}`.trim());
    about.setAttribute("aria-invalid", "true");
    const name = whole ? captionOf(field) : nameOf(control);
    return make("a", { href: `#${control.id}` }, name ? `${name}${/[?؟!]$/.test(name) ? "" : ":"} ${message}` : message);
  }

  function summarise(items) {
    clear(".ig-summary");
    const id = `${form.id}--problems`;
    const summary = make("div", { class: "ig-summary", role: "alert", tabindex: "-1", "aria-labelledby": id },
      make("h3", { class: "ig-summary__title", id }, say("form-problems")), make("ul", {}, ...items.map((each) => make("li", {}, each))));
    form.prepend(summary);
    summary.focus();
  }

  function clear(marks = ".ig-summary, .ig-error") {
    for (const each of form.querySelectorAll(marks)) {
      const about = form.querySelector(`[aria-describedby~="${each.id || "-"}"]`);
      about?.setAttribute("aria-describedby", about.getAttribute("aria-describedby").replace(each.id, "").trim());
      about?.removeAttribute("aria-invalid");
      each.closest(".ig-field--error")?.classList.remove("ig-field--error");
      each.remove();
    }
  }

  return { find, show, summarise, clear };
}
