/* While an idea is given its name: those like it that are already here. It holds up nobody. */

const RESTS = 600;
const WORTH = 4;

function watchSimilar(form, say, address) {
  const name = form.querySelector("[data-ig-similar] input");
  if (!name || form.elements._receipt) return;
  const list = make("ul");
  const head = make("p");
  const region = make("div", { class: "ig-similar", role: "status" });
  let timer;
  let asked = "";
  name.after(region);
  name.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, RESTS);
  });

  async function look() {
    const words = name.value.trim();
    if (words === asked) return;
    asked = words;
    const wanted = new URL(`../-/similar/${form.dataset.igChallenge}`, address);
    wanted.searchParams.set("q", words);
    const reply = words.length < WORTH ? null : await ask(wanted).catch(() => null);
    if (words === asked) show(reply?.told.ideas || [], reply?.told.vote);
  }

  /* What stands there already is not said again. */
  function show(ideas, vote) {
    const links = ideas.map(({ title, url }) => make("li", {}, make("a", { href: url, target: "_blank" }, title)));
    const before = list.textContent;
    list.replaceChildren(...links);
    if (list.textContent === before) return;
    head.textContent = `${say("similar")} ${vote ? say("similar-vote") : ""}`;
    region.replaceChildren(...(ideas.length ? [head, list] : []));
  }
}
