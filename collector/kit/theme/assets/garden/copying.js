/* A link that is to be kept can be copied by a button, where the browser lets us. */

function offerCopy(link) {
  const { igCopy, igCopied } = link.dataset;
  if (!navigator.clipboard) return;
  const made = button(igCopy, () => navigator.clipboard.writeText(link.href).then(() => { made.textContent = igCopied; }));
  made.setAttribute("aria-live", "polite");
  link.closest("p").after(made);
}
