/* Which questions are due, decided as the collector decides it again: in order, each by the
 * answers before it. What is not due is hidden and not sent; its text stays, should it come back.
 */

function holds(condition, answers) {
  if (!condition) return true;
  const met = (clause) => isMet(clause, answers);
  return condition.every === false ? condition.clauses.some(met) : condition.clauses.every(met);
}

/* "is not" holds wherever "is" does not: also where nothing was answered. */
function isMet({ column, test, values = [] }, answers) {
  const value = answers[column] ?? false;
  const any = (holdsFor) => value !== false && values.some(holdsFor);
  switch (test) {
    case "is answered": return value !== false;
    case "is not answered": return value === false;
    case "is": return any((each) => is(value, each));
    case "is not": return !any((each) => is(value, each));
    case "is at least": return any((each) => numberOf(value) >= bound(each));
    case "is at most": return any((each) => numberOf(value) <= bound(each));
    default: return true;
  }
}

function is(value, wanted) {
  if (typeof wanted === "object") return wanted.low <= numberOf(value) && numberOf(value) <= wanted.high;
  if (value === true) return true;
  return Array.isArray(value) ? value.includes(wanted) : String(value) === wanted;
}

/* What is no number compares with nothing. */
function numberOf(value) {
  return typeof value === "number" || value === true ? Number(value) : NaN;
}

function bound(wanted) {
  return typeof wanted === "object" ? wanted.low : Number(wanted);
}

class Conditions {
  constructor(form, say, announce) {
    Object.assign(this, { form, say, announce });
    this.asked = fieldsOf(form).map((field) => ({ field, conditions: conditionsOf(field) }));
    this.decide();
    for (const type of ["input", "change"]) form.addEventListener(type, () => this.tell(this.decide()));
  }

  /* Shows and hides; returns the questions that changed. */
  decide() {
    const answers = {};
    return this.asked.filter(({ field, conditions }) => {
      const due = conditions.every((each) => holds(each, answers));
      const changed = field.hidden === due;
      settle(field, due);
      if (due) Object.assign(answers, readField(field).answers);
      return changed;
    });
  }

  tell(changed) {
    const sentences = [false, true].map((gone) => {
      const labels = changed.filter(({ field }) => field.hidden === gone).map(({ field }) => captionOf(field));
      return labels.length ? this.say(gone ? "script-gone" : "script-asked", { labels: labels.join("; ") }) : "";
    });
    if (changed.length) this.announce(sentences.join(" ").trim());
  }
}

function conditionsOf(field) {
  const places = [field.closest(".ig-page"), field];
  for (const each of places) each.querySelector(":scope > .ig-condition, :scope > fieldset > .ig-condition")?.remove();
  return places.map((each) => each.dataset.igIf).filter(Boolean).map((each) => JSON.parse(each));
}

/* The blank of an option is for those who chose the option. */
function settle(field, due) {
  field.hidden = !due;
  for (const each of field.querySelectorAll(`${CONTROLS}, button`)) {
    const own = each.closest(".ig-own");
    if (own) own.hidden = !isChosen(field, each);
    each.disabled = !due || Boolean(own?.hidden);
  }
}

function isChosen(field, own) {
  const { igQuestion: question } = field.dataset;
  const code = own.name.slice(question.length + 1);
  const choices = columnsOf(field).get(question) || [];
  return choices.some((each) => each.value === code && (each.checked || each.tagName === "SELECT"));
}
