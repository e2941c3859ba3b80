/* Options in random order; own texts and those that stand alone last. The order goes along, as
 * `role:staff,customer;apps:till,web`, and is the same when the tab comes back.
 */

function shuffle(form, kept = "") {
  const wished = Object.fromEntries(kept.split(";").map((each) => each.split(":")));
  const order = fieldsOf(form).filter((field) => "igShuffle" in field.dataset).map((field) => {
    const { igQuestion: question } = field.dataset;
    return `${question}:${arrange(field, (wished[question] || "").split(","))}`;
  }).join(";");
  if (order) hidden(form, "_order", order);
  return order;
}

/* Moves the options into the order wished for, or a random one; returns it. */
function arrange(field, wished) {
  const menu = [...field.querySelectorAll("select option[value]:not([value=''])")];
  const items = menu.length ? menu : [...field.querySelectorAll("[data-ig-item]")];
  const codeOf = (item) => item.dataset.igItem || item.value;
  const isSound = items.length === wished.length && items.every((each) => wished.includes(codeOf(each)));
  const isLast = (item) => "igLast" in item.dataset;
  const order = isSound
    ? wished.map((code) => items.find((each) => codeOf(each) === code))
    : [...mixed(items.filter((each) => !isLast(each))), ...items.filter(isLast)];
  const place = items[0].parentNode;
  const after = items.at(-1).nextSibling;
  for (const each of order) place.insertBefore(each, after);
  return order.map(codeOf);
}

/* Each draws a number and stands by it: every order is as likely. */
function mixed(items) {
  const drawn = items.map((each) => [Math.random(), each]);
  return drawn.sort(([one], [other]) => one - other).map(([, each]) => each);
}
