/* An option that stands alone unticks the others, and is unticked by them; what went is said. */

function excludeAlone(form, say, announce) {
  form.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox" || !target.checked) return;
    const alone = "igAlone" in target.dataset;
    const others = [...form.querySelectorAll(`[name="${CSS.escape(target.name)}"]:checked`)];
    const gone = others.filter((each) => each !== target && (alone || "igAlone" in each.dataset));
    if (!gone.length) return;
    for (const each of gone) each.checked = false;
    announce(say("script-unticked", { labels: gone.map(labelOf).join(", ") }));
    form.dispatchEvent(new Event("input"));
  });
}
