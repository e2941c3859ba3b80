/* Dates as days left, counted again whenever a tab that stood open is looked at. */

const DAY = 24 * 3600 * 1000;

function countDays(pill) {
  const { igUntil, igOne, igMany } = pill.dataset;
  const said = pill.textContent;
  const count = () => {
    const days = Math.ceil((new Date(igUntil) - Date.now()) / DAY);
    pill.textContent = days === 1 ? igOne : days > 0 ? fill(igMany, { days }) : said;
  };
  count();
  document.addEventListener("visibilitychange", count);
}
