/* The script of pages that hold no form: light or dark, days left, and what waits to be sent. */

document.querySelectorAll(".ig-scheme").forEach(offerSchemes);
document.querySelectorAll("[data-ig-until]").forEach(countDays);
beginQueue();
