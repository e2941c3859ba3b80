/* A slider above its number field, the two in step; pale until there is an answer. */

function easeSlider(field) {
  const input = field.querySelector("[type=number]");
  const { min, max, step } = input;
  const range = make("input", { class: "ig-range", min, max, step, type: "range", "aria-label": captionOf(field) });
  const follow = () => {
    if (input.value) range.value = input.value;
    range.classList.toggle("ig-range--idle", !input.value);
  };
  range.oninput = range.onclick = () => {
    input.value = range.value;
    follow();
  };
  input.before(range);
  input.form.addEventListener("input", follow);
  follow();
}
