/* What the address brings along: answers by column, and where the visitor comes from. */

function prefill(form) {
  const brought = new URLSearchParams(location.search);
  const from = brought.get("from") || "";
  if (/^[a-z0-9-]{1,40}$/.test(from)) hidden(form, "_from", from);
  const answers = {};
  for (const name of new Set(brought.keys())) {
    const control = form.querySelector(`.ig-field [name="${CSS.escape(name)}"]`);
    if (control && !name.startsWith("_")) answers[name] = brought.getAll(name);
  }
  return answers;
}

const UNKEPT = new Set(["password", "file", "hidden"]);

/* Everything typed and chosen, what is hidden now included: `{column: [text]}`. */
function collect(form) {
  const found = {};
  for (const each of fieldsOf(form).flatMap(controlsOf)) {
    if (UNKEPT.has(each.type) || (isTick(each) ? !each.checked : !each.value)) continue;
    (found[each.name] ||= []).push(each.value);
  }
  return found;
}

/* Puts answers into the form, for the columns that it names, or for all. */
function put(form, answers, all = false) {
  for (const each of fieldsOf(form).flatMap(controlsOf)) {
    const texts = answers[each.name] || (all ? [] : null);
    if (!texts || UNKEPT.has(each.type)) continue;
    if (isTick(each)) each.checked = texts.includes(each.value);
    else if (each.tagName !== "SELECT" || [...each.options].some(({ value }) => value === (texts[0] ?? ""))) each.value = texts[0] ?? "";
  }
  form.dispatchEvent(new Event("input"));
}
