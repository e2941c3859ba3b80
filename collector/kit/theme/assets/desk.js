/* The desk by keyboard, while the list or its notice has the focus; a one-time link fills in its code. */
(() => {
  const code = document.getElementById("code");
  if (code && location.hash.length > 1) {
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }

  const list = document.querySelector(".ig-desk-list");
  const undo = document.querySelector("[data-undo]");
  const next = document.querySelector("[data-next]");
  const notice = document.querySelector(".ig-desk-notice p");
  const cards = [...document.querySelectorAll(".ig-desk-card")];
  const tick = (card) => card.querySelector("[type=checkbox]");
  const visit = (card) => {
    if (notice) {
      notice.id = "done";
      card.setAttribute("aria-describedby", "done");
    }
    card.focus({ preventScroll: true });
  };
  const begin = () => (cards.length ? visit(cards[0]) : undo?.focus());
  document.getElementById("queue")?.addEventListener("focus", begin);
  const named = cards.find((card) => `#${card.id}` === location.hash);
  if (named) visit(named);
  else if (/^#(queue|\w{8,})$/.test(location.hash)) begin();

  let sent = false;
  let last = -1;
  const press = (button) => {
    if (button && !sent) {
      sent = button.type === "submit";
      button.click();
    }
  };
  const go = (card, step) => cards[cards.indexOf(card) + step]?.focus();
  const range = (card) => {
    const here = cards.indexOf(card);
    const from = last < 0 ? here : last;
    for (const each of cards.slice(Math.min(from, here), Math.max(from, here) + 1)) {
      if (tick(each)) tick(each).checked = true;
    }
    last = here;
  };
  const page = () => {
    const ticks = cards.map(tick).filter(Boolean);
    const all = ticks.every((each) => each.checked);
    for (const each of ticks) each.checked = !all;
  };
  const onward = (card) => {
    const rest = cards.slice(cards.indexOf(card) + 1).find((each) => each !== card && !tick(each)?.checked);
    if (rest && list.elements.onward) list.elements.onward.value = rest.id;
  };
  const decide = (card, key) => {
    const button = card?.querySelector(`[data-key="${key}"]`);
    if (button) onward(card);
    press(button);
  };
  const together = (card, key) => {
    const one = cards[0]?.querySelector(`[data-key="${key}"]`);
    const move = one?.value.split(":")[0];
    if (move && cards.some((each) => tick(each)?.checked)) {
      onward(card || cards[0]);
      list.elements.scope.value = "ticked";
      press(list.querySelector(`[data-many] [value="${move}"]`));
    }
  };

  const pressed = (event) => {
    const typing = event.target.matches("select, input:not([type=checkbox], [type=radio]), textarea");
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    const card = event.target.closest(".ig-desk-card");
    if (event.key === "j") card ? go(card, 1) : cards[0]?.focus();
    else if (event.key === "k") go(card, -1);
    else if (event.key === "x" && card) {
      press(tick(card));
      last = cards.indexOf(card);
    } else if (event.key === "X" && card) range(card);
    else if (event.key === "t") page();
    else if (event.key === "u") press(undo);
    else if (event.key === "n") press(next);
    else if (/^[a-z]$/.test(event.key)) decide(card, event.key);
    else if (/^[ARSW]$/.test(event.key)) together(card, event.key.toLowerCase());
  };
  for (const place of [list, undo]) place?.addEventListener("keydown", pressed);
  addEventListener("pageshow", () => { sent = false; });

  const news = document.querySelector("[data-since]");
  let etag = "";
  const look = async () => {
    if (document.hidden) return;
    try {
      const reply = await fetch(news.dataset.since, { headers: etag ? { "If-None-Match": etag } : {} });
      if (reply.status !== 200 || reply.redirected) return;
      etag = reply.headers.get("ETag");
      const { count, told } = await reply.json();
      const way = Object.assign(document.createElement("a"), { href: news.dataset.way, textContent: told });
      news.replaceChildren(...(count ? [way] : []));
    } catch {
      // asked again in a while
    }
  };
  if (news) setInterval(look, 30_000);
})();
