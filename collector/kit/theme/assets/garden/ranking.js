/* An order by buttons: each line goes up or down, the number fields keep step, and it is said. */

function easeRanking(field, say, announce) {
  const parts = [...field.querySelectorAll(".ig-part")];
  const inputOf = (part) => part.querySelector("input");
  const labelOf = (part) => wordsOf(part.querySelector("label"));
  const most = Number(inputOf(parts[0]).max);
  const after = parts.at(-1).nextSibling;

  /* What has no place yet gets the last one. */
  function move(part, step) {
    const order = parts.filter((each) => inputOf(each).value).sort((one, other) => inputOf(one).value - inputOf(other).value);
    const at = order.indexOf(part);
    if (at >= 0) order.splice(at, 1);
    const place = at < 0 ? Math.min(order.length, most - 1) : Math.max(0, Math.min(order.length, at + step));
    order.splice(place, 0, part);
    for (const each of parts) {
      const index = order.indexOf(each);
      inputOf(each).value = index >= 0 && index < most ? index + 1 : "";
    }
    for (const each of [...order, ...parts.filter((other) => !order.includes(other))]) each.parentNode.insertBefore(each, after);
    field.closest("form").dispatchEvent(new Event("input"));
    announce(say("moved", { label: labelOf(part), place: place + 1, count: most }));
  }

  for (const part of parts) {
    for (const [sign, reason, step] of [["↑", "up", -1], ["↓", "down", 1]]) {
      const made = button(sign, () => {
        move(part, step);
        made.focus();
      });
      made.classList.add("ig-step");
      made.setAttribute("aria-label", say(reason, { label: labelOf(part) }));
      part.append(made);
    }
  }
}
