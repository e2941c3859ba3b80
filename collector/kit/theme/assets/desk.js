/* The desk by keyboard, while the list or its notice has the focus; a one-time link fills in its code. */
(() => {
  const code = document.getElementById("code");
  if (code && location.hash.length > 1) {
    code.value = decodeURIComponent(location.hash.slice(1));
    history.replaceState(null, "", location.pathname);
  }

  const list = document.querySelector(".ig-desk-list");
  const undo = document.querySelector("[data-undo]");
  const cards = [...document.querySelectorAll(".ig-desk-card")];
  list?.addEventListener("focus", () => cards[0].focus({ preventScroll: true }));
  if (location.hash === "#queue" && !cards.length) undo?.focus();

  let sent = false;
  const press = (button) => {
    if (button && !sent) {
      sent = button.type === "submit";
      button.click();
    }
  };
  const go = (card, step) => cards[cards.indexOf(card) + step]?.focus();

  const pressed = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("select")) return;
    const card = event.target.closest(".ig-desk-card");
    if (event.key === "j") card ? go(card, 1) : cards[0]?.focus();
    else if (event.key === "k") go(card, -1);
    else if (event.key === "x") press(card?.querySelector("[type=checkbox]"));
    else if (event.key === "u") press(undo);
    else if (/^[a-z]$/.test(event.key)) press(card?.querySelector(`[data-key="${event.key}"]`));
  };
  for (const place of [list, undo]) place?.addEventListener("keydown", pressed);
  addEventListener("pageshow", () => { sent = false; });
})();
