/* An option that stands alone unticks the others, and is unticked by them; what went is said. */

function excludeAlone(form, say, announce) {
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox" || !target.checked) return;
    const others = [...form.querySelectorAll(`[name="${CSS.escape(target.name)}"]:checked`)].filter((each) => each !== target);
    const gone = others.filter((each) => "igAlone" in target.dataset || "igAlone" in each.dataset);
    for (const each of gone) each.checked = false;
    if (gone.length) {
      form.dispatchEvent(new Event("input"));
      announce(say("unticked", { labels: gone.map((each) => wordsOf(each.closest("label"))).join(", ") }));
    }
  });
}
