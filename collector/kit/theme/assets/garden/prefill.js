/* What the address brings along: answers by column, and where the visitor comes from. It fills in
 * nothing that tells who somebody is, no file and no consent: the collector says at which fields. */

function prefill(form) {
  const brought = new URLSearchParams(location.search);
  const from = brought.get("from") || "";
  if (/^[a-z0-9-]{1,40}$/.test(from)) hidden(form, "_from", from);
  const free = fieldsOf(form).filter((field) => !field.closest("[data-ig-byhand]")).flatMap(controlsOf);
  return Object.fromEntries(free.map(({ name }) => [name, brought.getAll(name)]).filter(([, texts]) => texts.length));
}

/* All that can be kept of what a form holds: neither passwords nor files. */
function keepable(form) {
  return fieldsOf(form).flatMap(controlsOf).filter(({ type }) => type !== "password" && type !== "file");
}

function hasFiles(form) {
  return [...form.querySelectorAll("[type=file]:enabled")].some(({ value }) => value);
}

/* Everything typed and chosen, what is hidden now included: `{column: [text]}`. */
function collect(form) {
  const found = {};
  for (const each of keepable(form)) {
    if (isTick(each) ? each.checked : each.value) (found[each.name] ||= []).push(each.value);
  }
  return found;
}

/* Puts answers into the form; `all`: what they do not name is empty. */
function put(form, answers, all) {
  for (const each of keepable(form)) {
    const texts = answers[each.name] || (all ? [] : null);
    const [text = ""] = texts || [];
    if (texts && isTick(each)) each.checked = texts.includes(each.value);
    else if (texts && (!each.options || [...each.options].some(({ value }) => value === text))) each.value = text;
  }
  form.dispatchEvent(new Event("input"));
}
