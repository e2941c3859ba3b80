/* Light or dark, as the visitor wishes; the page's own first script has chosen already. */

function offerSchemes(button) {
  const { dataset } = document.body;
  const isDark = () => dataset.mdColorScheme === "slate";
  const tell = () => button.setAttribute("aria-pressed", isDark());
  button.addEventListener("click", () => {
    dataset.mdColorScheme = isDark() ? "default" : "slate";
    tell();
    if (device.lasts) device.storage["ig-scheme"] = isDark() ? "dark" : "light";
  });
  tell();
}
