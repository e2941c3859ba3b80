/* Writing a challenge: findings and preview follow what is typed, a finding leads to its line, a piece is put in at the cursor. All of it works without, by buttons. */
(() => {
  const title = document.getElementById("title");
  const slug = document.getElementById("slug");
  let own = Boolean(slug?.value);
  slug?.addEventListener("input", () => { own = Boolean(slug.value); });
  title?.addEventListener("input", () => {
    if (own || !slug) return;
    const plain = title.value.replace(/ß/g, "ss").normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
    slug.value = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 40).replace(/-$/, "");
  });

  const form = document.getElementById("write");
  if (!form) return;
  const text = document.getElementById("text");
  const line = form.elements.line;
  const preview = form.querySelector("[data-preview]");
  const without = form.querySelector("[data-without-script]");
  const find = (id) => document.getElementById(id);
  if (without) without.hidden = true;

  let saved = "unsaved" in text.dataset ? null : text.value;
  const lineOf = (place) => text.value.slice(0, place).split("\n").length;
  const select = (number) => {
    const lines = text.value.split("\n");
    const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[number - 1] ?? "").length);
    const height = parseFloat(getComputedStyle(text).lineHeight) || 20;
    text.scrollTop = Math.max(0, (number - 4) * height);
  };

  let frames = 0;
  const show = () => {
    document.querySelector(".ig-write-coming")?.remove();
    const old = document.querySelector(".ig-write-preview iframe");
    const next = old.cloneNode();
    next.name = `preview-${(frames += 1)}`;
    next.classList.add("ig-write-coming");
    old.after(next);
    next.addEventListener("load", () => {
      if (next.isConnected) old.remove();
      next.classList.remove("ig-write-coming");
    });
    preview.formTarget = next.name;
    line.value = lineOf(text.selectionStart);
    form.requestSubmit(preview);
    line.value = "";
  };

  let turn = 0;
  const ask = async (button, pressed = false) => {
    const mine = (turn += 1);
    const sent = text.value;
    const quiet = button.value === "check";
    const body = new FormData(form);
    body.set("do", button.value);
    body.set("line", button.value === "insert" ? lineOf(text.selectionEnd) : "");
    let page;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      return;
    }
    const found = page.getElementById("text");
    if (mine !== turn || !found) {
      if (!found && !quiet) form.requestSubmit(button);
      return;
    }
    const top = text.getBoundingClientRect().top;
    find("findings").replaceWith(page.getElementById("findings"));
    if (quiet && pressed) find("findings-title").focus();
    else if (quiet) scrollBy(0, text.getBoundingClientRect().top - top);
    if (!quiet && text.value === sent) {
      find("told").innerHTML = page.getElementById("told").innerHTML;
      if (found.value !== sent) {
        text.value = found.value;
      }
      if (Number(found.dataset.line)) select(Number(found.dataset.line));
      else find("told").focus();
    }
    if (find("findings").dataset.errors === "0" || frames === 0) show();
  };

  form.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-line]");
    const button = event.target.closest("button[data-quiet]");
    if (link) select(Number(link.dataset.line));
    else if (button) {
      clearTimeout(waiting);
      ask(button, true);
    }
    if (link || button) event.preventDefault();
  });
  let waiting = 0;
  const check = form.querySelector("[value=check]");
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(check), 600);
  });
  form.addEventListener("submit", (event) => {
    if (event.submitter !== preview) saved = text.value;
  });
  addEventListener("beforeunload", (event) => {
    if (text.value !== saved) event.preventDefault();
  });
  addEventListener("pageshow", () => {
    if (Number(text.dataset.line)) select(Number(text.dataset.line));
    if (find("findings").dataset.errors === "0") show();
  });

  const follow = async () => {
    const told = find("standing");
    if (told.dataset.standing !== "building") return;
    try {
      const answer = await fetch(told.dataset.at, { headers: tag ? { "If-None-Match": tag } : {} });
      if (answer.status === 200) {
        tag = answer.headers.get("ETag");
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const next = page.getElementById("standing");
        if (next && next.dataset.standing !== told.dataset.standing) told.replaceWith(next);
      }
    } catch { /* asked again */ }
    setTimeout(follow, 1000);
  };
  let tag = "";
  follow();
})();
