/* Light or dark, and dates as days left. Pages are complete without it. */
(function () {
  "use strict";

  var button = document.querySelector(".ig-scheme");
  var body = document.body;

  function isDark() {
    return body.dataset.mdColorScheme === "slate";
  }

  function choose(dark) {
    body.dataset.mdColorScheme = dark ? "slate" : "default";
    button.setAttribute("aria-pressed", String(dark));
  }

  if (button) {
    choose(isDark());
    button.addEventListener("click", function () {
      choose(!isDark());
      try {
        localStorage.setItem("ig-scheme", isDark() ? "dark" : "light");
      } catch (error) {
        /* A browser that keeps nothing for us: the choice lasts as long as the page. */
      }
    });
  }

  var DAY = 24 * 60 * 60 * 1000;

  document.querySelectorAll("[data-ig-until]").forEach(function (pill) {
    var days = Math.ceil((new Date(pill.dataset.igUntil) - Date.now()) / DAY);
    if (days < 1) return;
    pill.textContent = days === 1 ? pill.dataset.igOne : pill.dataset.igMany.replace("{days}", days);
  });
})();
