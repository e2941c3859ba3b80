/* What is shared out so far, and what is left. */

function sumOf(field) {
  const sum = controlsOf(field).reduce((all, { value }) => all + Number(value), 0);
  return Math.round(sum * 1e6) / 1e6;
}

function easeSharing(field, say) {
  const total = Number(field.dataset.igTotal);
  const line = make("p", { class: "ig-hint", role: "status" });
  const tell = () => {
    const sum = sumOf(field);
    line.textContent = say(sum > total ? "script-over" : "script-shared", { sum, total, left: Math.abs(Math.round((total - sum) * 1e6) / 1e6) });
  };
  field.querySelector("fieldset").append(line);
  field.closest("form").addEventListener("input", tell);
  tell();
}
