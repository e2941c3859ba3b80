/* What a field holds, read as the collector reads it: a value or a problem by column.
 *
 * A problem is [reason, facts]; a column with neither was not answered. What is not judged here
 * the collector judges: nothing may be stricter than there.
 */

const CONTROLS = "input, select, textarea";

function fieldsOf(place) {
  return [...place.querySelectorAll("[data-ig-question]")];
}

function controlsOf(field) {
  return [...field.querySelectorAll(CONTROLS)].filter((each) => each.name);
}

function columnsOf(field) {
  const columns = new Map();
  for (const each of controlsOf(field)) columns.set(each.name, [...(columns.get(each.name) || []), each]);
  return columns;
}

function isTick({ type }) {
  return type === "radio" || type === "checkbox";
}

function readField(field) {
  const { igShape, igQuestion } = field.dataset;
  const columns = columnsOf(field);
  const answers = {};
  const problems = {};
  for (const [column, controls] of columns) {
    const { value, problem } = readColumn(field.dataset, controls);
    if (problem) problems[column] = problem;
    else if (value !== undefined) answers[column] = value;
  }
  if (igShape === "share" && Object.keys(answers).length) {
    const { left, ...sums } = sharesOf(field);
    for (const column of columns.keys()) answers[column] ??= 0;
    if (left) problems[igQuestion] = [`answer-share-${left < 0 ? "over" : "short"}`, { ...sums, left: Math.abs(left) }];
  }
  return { answers, problems };
}

function readColumn({ igShape: shape, igRequired, igChoose }, controls) {
  const [first] = controls;
  const must = igRequired !== undefined && shape !== "ranking" && shape !== "share" && !first.closest(".ig-own");
  const missing = (reason) => (must ? fault(reason) : {});
  if (shape === "file") {
    const { files: [file] = [], dataset: { igMegabytes: most } } = controls.find(({ type }) => type === "file");
    if (file?.size > most * 1048576) return fault("file-large", { most });
    const handed = controls.find((each) => (each.type === "file" ? each.value : each.checked));
    return handed ? { value: handed.value } : missing("no-file");
  }
  if (isTick(first)) {
    const codes = controls.filter((each) => each.checked).map((each) => each.value);
    if (codes.length) return ticked(shape, first, codes, igChoose);
    return missing(REASONS[shape] || "not-chosen");
  }
  const text = clean(first.value);
  if (first.tagName === "SELECT") return text ? { value: text } : missing("not-chosen");
  const kind = /ig-input--(\w+)/.exec(first.className)?.[1];
  return text ? (BLANKS[kind] || oneLine)(text, first) : missing("missing");
}

const REASONS = { yes: "not-ticked", "matrix-one": "row", "matrix-several": "row" };

function fault(reason, facts = {}) {
  return { problem: [`answer-${reason}`, facts] };
}

function ticked(shape, { type }, codes, choose = "0 Infinity") {
  if (shape === "yes") return { value: true };
  if (type === "radio") return { value: shape === "scale" || shape === "stars" ? +codes[0] : codes[0] };
  const [least, most] = choose.split(" ").map(Number);
  const { length } = codes;
  if (least <= length && length <= most) return { value: codes };
  const kind = least === most ? "exactly" : least ? "between" : "at-most";
  return fault(`choose-${kind}`, { least, most, count: least });
}

/* Composed, without blanks around; empty if nothing can be seen. */
function clean(text) {
  const composed = text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(composed) ? composed : "";
}

function oneLine(text) {
  return { value: text.split(/\s+/).join(" ") };
}

function measured(text, { minLength: least, dataset: { igMost: most } }) {
  const { length } = [...text];
  if (length > most) return fault("too-long", { most, length });
  return length < least ? fault("too-short", { least, length }) : { value: text };
}

/* Digits of other scripts are left to the collector. */
function number(text, { dataset: { igLeast: least, igMost: most, igWhole } }) {
  if (/(?!\d)\p{Nd}/u.test(text)) return {};
  const written = text.replace(/[−–]/g, "-").replace(",", ".");
  const value = /^[+-]?\d{1,15}(\.\d{1,6})?$/.test(written) ? Number(written) : NaN;
  if (igWhole !== undefined && !Number.isInteger(value)) return fault("not-whole");
  if (Number.isNaN(value)) return fault("no-number");
  if (value < least) return fault("too-small", { least });
  return value > most ? fault("too-big", { most }) : { value };
}

function unitOf(control) {
  return document.getElementById(`${control.id}--unit`)?.textContent || "";
}

const BLANKS = {
  text: (text, control) => measured(oneLine(text).value, control),
  long: measured,
  number,
  amount: (text, control) => number(text.split(unitOf(control) || " ").join("").trim(), control),
  count(text, control) {
    const { validity, min: low, max: high, step } = control;
    if (validity.valid) return { value: Number(text) };
    return control.closest("[data-ig-shape=slider]") ? fault(step > 1 ? "steps" : "step", { low, high, step }) : {};
  },
  email: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { value: text } : fault("no-email")),
};
