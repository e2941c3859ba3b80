/* Dates as days left. */

function countDays(pill) {
  const { igUntil, igOne, igMany } = pill.dataset;
  const days = Math.ceil((new Date(igUntil) - Date.now()) / DAY);
  if (days > 0) pill.textContent = days === 1 ? igOne : fill(igMany, { days });
}
