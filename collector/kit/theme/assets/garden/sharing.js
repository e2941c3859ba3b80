/* What is shared out so far, and what is left. */

function sharesOf(field) {
  const round = (number) => Math.round(number * 1e6) / 1e6;
  const total = +field.dataset.igTotal;
  const sum = round(controlsOf(field).reduce((all, { value }) => all + Number(value), 0));
  return { sum, total, left: round(total - sum) };
}

function easeSharing(field, say) {
  const line = make("p", { class: "ig-hint", role: "status" });
  const tell = () => {
    const { left, ...sums } = sharesOf(field);
    line.textContent = say(left < 0 ? "over" : "shared", { ...sums, left: Math.abs(left) });
  };
  field.querySelector("fieldset").append(line);
  field.closest("form").addEventListener("input", tell);
  tell();
}
