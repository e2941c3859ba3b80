/* The site's own script. Every page works without it, and the collector checks all it sends again.
 *
 * Its parts lie in `garden/`, one noun each, and are joined before this when the site is made.
 */

document.querySelectorAll(".ig-scheme").forEach(offerSchemes);
document.querySelectorAll("[data-ig-until]").forEach(countDays);

sweepDrafts();
for (const form of document.querySelectorAll("form[data-ig-words]")) {
  if (form.dataset.igKind === "ballot") assist(form);
  else if (!form.elements._token) take(form);
}
beginQueue();
document.querySelectorAll("[data-ig-vote]").forEach(takeVotes);
document.querySelectorAll("[data-ig-deal]").forEach(awaitDeal);

document.querySelectorAll("[data-ig-copy]").forEach(offerCopy);

/* A form that the browser sent is through once its receipt stands here. */
if (tab.read(LEAVING) && document.querySelector("p.ig-code")) {
  device.drop(tab.read(LEAVING));
  tab.drop(LEAVING);
}

/* A kept link is /collect/-/receipt#CODE: what follows the # is never sent to us by itself. */
const code = document.querySelector("input[data-ig-code]");
if (code && location.hash.length > 1) code.value = location.hash.slice(1);
