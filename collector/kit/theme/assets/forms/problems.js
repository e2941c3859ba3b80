/* What is wrong with a form: said at its fields, and in a summary that leads to them. */

class Problems {
  constructor(form, say, reveal) {
    Object.assign(this, { form, say, reveal });
    form.addEventListener("click", (event) => this.follow(event));
  }

  /* Of these fields, by what can be judged here; `{column: message}`. */
  find(fields) {
    const found = {};
    for (const field of fields) {
      for (const [column, [reason, facts]] of Object.entries(readField(field).problems)) {
        found[column] = this.say(reason, facts);
      }
    }
    return found;
  }

  show(messages) {
    this.clear();
    const places = Object.entries(messages).map(([column, message]) => {
      const input = this.form.querySelector(`[name="${CSS.escape(column)}"]`);
      if (!input) return [null, message];
      mark(input, message, this.say("form-error"));
      return [input, `${caption(input)}: ${message}`];
    });
    this.summarise(inOrder(places));
  }

  summarise(places) {
    this.form.querySelector(".ig-summary")?.remove();
    const title = make("h3", "ig-summary__title", { id: `${this.form.id}--problems` }, this.say("form-problems"));
    const summary = make("div", "ig-summary", { role: "alert", tabindex: "-1", "aria-labelledby": title.id });
    summary.append(title, make("ul", "", {}, ...places.map(([input, message]) => item(input, message))));
    this.form.prepend(summary);
    summary.focus();
  }

  /* A link to a field leads there, whatever page of the form it is on. */
  follow(event) {
    const link = event.target.closest?.("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target || !this.form.contains(target)) return;
    event.preventDefault();
    this.reveal(target);
    target.focus();
  }

  clear() {
    this.form.querySelector(".ig-summary")?.remove();
    for (const each of this.form.querySelectorAll(".ig-error")) unmark(this.form, each);
    for (const each of this.form.querySelectorAll(".ig-field--error")) each.classList.remove("ig-field--error");
  }
}

function item(input, message) {
  return make("li", "", {}, input ? make("a", "", { href: `#${input.id}` }, message) : message);
}

function isChoice(input) {
  return input.type === "radio" || (input.type === "checkbox" && input.closest("fieldset"));
}

/* What a message describes: a blank, or the whole group of choices. */
function described(input) {
  return isChoice(input) ? input.closest("fieldset") : input;
}

function caption(input) {
  const label = isChoice(input) ? input.closest("fieldset").querySelector("legend") : input.labels[0];
  return label ? label.textContent.replace(/\s*\*?\s*$/, "").trim() : "";
}

function mark(input, message, word) {
  const error = make("p", "ig-error", { id: `${input.id}--error` }, make("span", "ig-error__word", {}, word), ` ${message}`);
  const first = input.closest(".ig-scale, .ig-stars, .ig-option") || input;
  first.before(error);
  input.closest(".ig-field")?.classList.add("ig-field--error");
  const about = described(input);
  about.setAttribute("aria-describedby", [...explanations(about), error.id].join(" "));
  about.setAttribute("aria-invalid", "true");
}

function unmark(form, error) {
  for (const each of form.querySelectorAll(`[aria-describedby~="${CSS.escape(error.id)}"]`)) {
    each.setAttribute("aria-describedby", explanations(each).filter((id) => id !== error.id).join(" "));
    each.removeAttribute("aria-invalid");
  }
  error.remove();
}

function explanations(element) {
  return (element.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
}

/* As they stand on the page; what has no place comes last. */
function inOrder(places) {
  const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  return places.sort(([one], [other]) => {
    if (!one || !other) return one ? -1 : Number(Boolean(other));
    return follows(one, other) ? -1 : 1;
  });
}
