/* Which questions are due, decided as the collector decides it again: in order, each by the
 * answers before it. What is not due is hidden and not sent; its text stays, should it come back.
 */

function holds(condition, answers) {
  const met = (clause) => isMet(clause, answers);
  return condition.every === false ? condition.clauses.some(met) : condition.clauses.every(met);
}

/* "is not" holds wherever "is" does not: also where nothing was answered. */
function isMet({ column, test, values = [] }, answers) {
  const value = answers[column] ?? false;
  const number = typeof value === "number" || value === true ? Number(value) : NaN;
  const any = (suits) => value !== false && values.some(suits);
  const is = () => any((each) => (each.low === undefined ? isSame(value, each) : each.low <= number && number <= each.high));
  switch (test) {
    case "is answered": return value !== false;
    case "is not answered": return value === false;
    case "is": return is();
    case "is not": return !is();
    case "is at least": return any((each) => number >= (each.low ?? each));
    default: return any((each) => number <= (each.low ?? each));
  }
}

function isSame(value, wanted) {
  return value === true || (Array.isArray(value) ? value.includes(wanted) : String(value) === wanted);
}

/* Shows and hides, now and after every answer, and says what changed. */
function decide(form, say, announce) {
  const asked = fieldsOf(form).map((field) => ({ field, conditions: conditionsOf(field) }));
  const settleAll = () => {
    const answers = {};
    return asked.filter(({ field, conditions }) => {
      const due = conditions.every((each) => holds(each, answers));
      const changed = field.hidden === due;
      settle(field, due);
      if (due) Object.assign(answers, readField(field).answers);
      return changed;
    }).map(({ field }) => field);
  };
  settleAll();
  form.addEventListener("input", () => {
    const changed = settleAll();
    const told = (reason, gone) => {
      const labels = changed.filter((each) => each.hidden === gone).map(captionOf).join("; ");
      return labels && say(reason, { labels });
    };
    if (changed.length) announce(`${told("asked", false)} ${told("gone", true)}`.trim());
  });
}

/* Of the page and its own. Whoever sees only what is due need not read them. */
function conditionsOf(field) {
  return [field.closest(".ig-page"), field].flatMap((each) => {
    each.querySelector(":scope > .ig-condition, :scope > fieldset > .ig-condition")?.remove();
    return each.dataset.igIf ? [JSON.parse(each.dataset.igIf)] : [];
  });
}

/* The blank of an option is for those who chose the option. */
function settle(field, due) {
  field.hidden = !due;
  for (const each of field.querySelectorAll(CONTROLS)) {
    const own = each.closest(".ig-own");
    if (own) own.hidden = !isChosen(field, each);
    each.disabled = !due || Boolean(own?.hidden);
  }
}

function isChosen(field, own) {
  const { igQuestion: question } = field.dataset;
  const code = own.name.slice(question.length + 1);
  return columnsOf(field).get(question).some((each) => each.value === code && (each.checked || !isTick(each)));
}
