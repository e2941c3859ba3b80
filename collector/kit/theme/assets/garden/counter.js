/* How many characters are left; said when it gets tight and the typing rests. */

const TIGHT = 20;

function countCharacters(control, say, announce) {
  const line = make("p", { class: "ig-hint" });
  let timer;
  const tell = () => {
    const left = control.dataset.igMost - [...control.value].length;
    line.textContent = say("characters", { left });
    clearTimeout(timer);
    if (left < TIGHT && control.value) timer = setTimeout(() => announce(line.textContent), 1000);
  };
  control.after(line);
  control.form.addEventListener("input", tell);
  tell();
}
