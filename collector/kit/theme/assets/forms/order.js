/* Options in random order; own texts and those that stand alone last. The order goes along, as
 * `role:staff,customer;apps:till,web`, and is the same when the tab comes back.
 */

function shuffle(form, kept) {
  const orders = Object.fromEntries(kept.split(";").filter(Boolean).map((each) => each.split(":")));
  const fields = fieldsOf(form).filter((field) => "igShuffle" in field.dataset);
  const shown = fields.map((field) => {
    const { igQuestion: question } = field.dataset;
    return `${question}:${arrange(field, orders[question]?.split(",")).join(",")}`;
  });
  const order = shown.join(";");
  if (order) hidden(form, "_order", order);
  return order;
}

/* Moves the options into the order wished for, or a random one; returns it. */
function arrange(field, wished) {
  const items = optionsOf(field);
  const codes = items.map(({ code }) => code);
  const sound = wished && wished.length === codes.length && codes.every((each) => wished.includes(each));
  const order = sound ? wished : [...mixed(items.filter(({ last }) => !last)), ...items.filter(({ last }) => last)].map(({ code }) => code);
  const parent = items[0]?.parts[0].parentNode;
  const after = items.at(-1)?.parts.at(-1).nextSibling;
  for (const code of order) {
    for (const part of items.find((each) => each.code === code).parts) parent.insertBefore(part, after);
  }
  return order;
}

/* The options of a list or a menu, each with the blank that belongs to it. */
function optionsOf(field) {
  const { igQuestion: question } = field.dataset;
  const menu = field.querySelector("select");
  if (menu) {
    return [...menu.options].filter(({ value }) => value).map((each) => {
      const own = field.querySelector(`[name="${CSS.escape(`${question}_${each.value}`)}"]`);
      return { code: each.value, parts: [each], last: Boolean(own) };
    });
  }
  return controlsOf(field).filter((each) => !each.closest(".ig-own")).map((each) => {
    const part = each.closest(".ig-option, .ig-line, li");
    const own = part.nextElementSibling?.classList.contains("ig-own") ? [part.nextElementSibling] : [];
    const code = isTick(each) ? each.value : each.name.slice(question.length + 2);
    return { code, parts: [part, ...own], last: Boolean(own.length) || "igAlone" in each.dataset };
  });
}

/* Fisher and Yates: every order is as likely. */
function mixed(items) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
