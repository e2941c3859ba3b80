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
  const answers = {};
  const problems = {};
  const left = [];
  for (const [column, controls] of columnsOf(field)) {
    const { value, problem } = readColumn(field.dataset, controls);
    if (problem) problems[column] = problem;
    else if (value !== undefined) answers[column] = value;
    else if (field.dataset.igShape === "share") left.push(column);
  }
  if (left.length < columnsOf(field).size) {
    for (const column of left) answers[column] = 0;
    Object.assign(problems, misshared(field, sumOf(field)));
  }
  return { answers, problems };
}

function readColumn({ igShape: shape, igRequired, igChoose }, controls) {
  const [first] = controls;
  const must = igRequired !== undefined && shape !== "ranking" && shape !== "share" && !first.closest(".ig-own");
  const missing = (reason) => (must ? fault(reason) : {});
  if (shape === "file") {
    const handed = controls.find((each) => (each.type === "file" ? each.value : each.checked));
    return handed ? { value: handed.value } : missing("answer-no-file");
  }
  if (isTick(first)) {
    const codes = controls.filter((each) => each.checked).map((each) => each.value);
    if (codes.length) return ticked(shape, first, codes, igChoose);
    return missing(REASONS[shape] || "answer-not-chosen");
  }
  const text = clean(first.value);
  if (first.tagName === "SELECT") return text ? { value: text } : missing("answer-not-chosen");
  const kind = /ig-input--(\w+)/.exec(first.className)?.[1];
  return text ? (BLANKS[kind] || oneLine)(text, first) : missing("answer-missing");
}

const REASONS = { yes: "answer-not-ticked", "matrix-one": "answer-row", "matrix-several": "answer-row" };

/* What was shared out is not the total. */
function misshared({ dataset: { igShape, igQuestion, igTotal: total } }, sum) {
  if (igShape !== "share" || sum === Number(total)) return {};
  const left = Math.abs(Math.round((total - sum) * 1e6) / 1e6);
  return { [igQuestion]: [sum > total ? "answer-share-over" : "answer-share-short", { sum, total, left }] };
}

function fault(reason, facts = {}) {
  return { problem: [reason, facts] };
}

function ticked(shape, { type }, codes, choose) {
  if (shape === "yes") return { value: true };
  if (type === "radio") return { value: shape === "scale" || shape === "stars" ? Number(codes[0]) : codes[0] };
  const [least, most] = (choose || "0 Infinity").split(" ").map(Number);
  if (least <= codes.length && codes.length <= most) return { value: codes };
  if (least === most) return fault("answer-choose-exactly", { count: least });
  return fault(least ? "answer-choose-between" : "answer-choose-at-most", { least, most });
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
  if (length > most) return fault("answer-too-long", { most, length });
  return length < least ? fault("answer-too-short", { least, length }) : { value: text };
}

/* Digits of other scripts are left to the collector. */
function number(text, { dataset: { igLeast: least, igMost: most, igWhole } }) {
  if (/\p{Nd}/u.test(text.replace(/\d/g, ""))) return {};
  const written = text.replace(/[−–]/g, "-").replace(",", ".");
  const value = /^[+-]?\d{1,15}(\.\d{1,6})?$/.test(written) ? Number(written) : NaN;
  if (igWhole !== undefined && !Number.isInteger(value)) return fault("answer-not-whole");
  if (Number.isNaN(value)) return fault("answer-no-number");
  if (value < least) return fault("answer-too-small", { least });
  return value > most ? fault("answer-too-big", { most }) : { value };
}

function unitOf(control) {
  return document.getElementById(`${control.id}--unit`)?.textContent || "";
}

const BLANKS = {
  text: (text, control) => measured(oneLine(text).value, control),
  long: measured,
  number,
  amount(text, control) {
    const unit = unitOf(control);
    const bare = text.startsWith(unit) ? text.slice(unit.length) : text;
    return number(bare.endsWith(unit) ? bare.slice(0, bare.length - unit.length).trim() : bare, control);
  },
  count(text, control) {
    const { validity, min: low, max: high, step } = control;
    if (validity.valid) return { value: Number(text) };
    return control.closest("[data-ig-shape=slider]") ? fault(step > 1 ? "answer-steps" : "answer-step", { low, high, step }) : {};
  },
  email: (text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { value: text } : fault("answer-no-email")),
};
