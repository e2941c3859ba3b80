/* What a field holds, read as the collector reads it: a value or a problem by column.
 *
 * A problem is [reason, facts]; a column with neither was not answered. What is not judged here
 * the collector judges: nothing may be stricter than there.
 */

const COUNTED = new Set(["scale", "stars"]);
const TOGETHER = new Set(["ranking", "share"]);

function controlsOf(field) {
  return [...field.querySelectorAll(CONTROLS)].filter(({ name }) => name && !name.startsWith("_"));
}

function columnsOf(field) {
  const columns = new Map();
  for (const each of controlsOf(field)) {
    columns.set(each.name, [...(columns.get(each.name) || []), each]);
  }
  return columns;
}

function readField(field) {
  const answers = {};
  const problems = {};
  for (const [column, controls] of columnsOf(field)) {
    const read = isTick(controls[0]) ? ticked(field, controls) : typed(field, controls[0]);
    if (Array.isArray(read?.problem)) problems[column] = read.problem;
    else if (read) answers[column] = read.value;
  }
  return { answers, problems };
}

function isTick({ type }) {
  return type === "radio" || type === "checkbox";
}

function isRequired(field, control) {
  return "igRequired" in field.dataset && !control.closest(".ig-own") && !TOGETHER.has(field.dataset.igShape);
}

function missing(field, control, reason) {
  return isRequired(field, control) ? { problem: [reason, {}] } : null;
}

function ticked(field, controls) {
  const shape = field.dataset.igShape;
  const codes = controls.filter((each) => each.checked).map((each) => each.value);
  if (!codes.length) return missing(field, controls[0], shape === "yes" ? "answer-not-ticked" : "answer-not-chosen");
  if (shape === "yes") return { value: true };
  if (controls[0].type === "radio") return { value: COUNTED.has(shape) ? Number(codes[0]) : codes[0] };
  return chosen(field.dataset.igChoose, codes);
}

function chosen(choose, codes) {
  const [least, most] = choose ? choose.split(" ").map(Number) : [0, Infinity];
  if (least <= codes.length && codes.length <= most) return { value: codes };
  if (least === most) return { problem: ["answer-choose-exactly", { count: least }] };
  return { problem: [`answer-choose-${least ? "between" : "at-most"}`, { least, most }] };
}

function typed(field, control) {
  if (control.type === "file") return control.files.length ? { value: control.files[0].name } : missing(field, control, "answer-missing");
  const text = clean(control.value);
  if (control.tagName === "SELECT") return text ? { value: text } : missing(field, control, "answer-not-chosen");
  if (!text) return missing(field, control, "answer-missing");
  const shape = /ig-input--(\w+)/.exec(control.className)?.[1];
  return (BLANKS[shape] || oneLine)(text, control);
}

/* Composed, without blanks around; empty if nothing can be seen. */
function clean(text) {
  const composed = text.replace(/\r\n?/g, "\n").normalize("NFC").trim();
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(composed) ? composed : "";
}

function oneLine(text) {
  return { value: text.split(/\s+/).join(" ") };
}

function measured(text, { minLength, dataset }) {
  const length = [...text].length;
  if (length > dataset.igMost) return { problem: ["answer-too-long", { most: dataset.igMost, length }] };
  if (length < minLength) return { problem: ["answer-too-short", { least: minLength, length }] };
  return { value: text };
}

const NUMBER = /^([+-]?)(\d{1,15})(?:[.,](\d{1,6}))?$/;

function numberIn(text) {
  const match = NUMBER.exec(text.replace(/[−–]/g, "-"));
  return match ? Number(`${match[1]}${match[2]}.${match[3] || 0}`) : NaN;
}

/* Digits of other scripts are left to the collector. */
function number(text, control) {
  if (/\p{Nd}/u.test(text.replace(/\d/g, ""))) return null;
  const value = numberIn(text);
  const { igLeast: least, igMost: most, igWhole } = control.dataset;
  if (igWhole !== undefined && !Number.isInteger(value)) return { problem: ["answer-not-whole", {}] };
  if (Number.isNaN(value)) return { problem: ["answer-no-number", {}] };
  if (value < least) return { problem: ["answer-too-small", { least }] };
  if (value > most) return { problem: ["answer-too-big", { most }] };
  return { value };
}

function amount(text, control) {
  const unit = document.getElementById(`${control.id}--unit`)?.textContent.trim() || "";
  let bare = text.startsWith(unit) ? text.slice(unit.length) : text;
  if (unit && bare.endsWith(unit)) bare = bare.slice(0, -unit.length);
  return number(bare.trim(), control);
}

function email(text) {
  const part = "[^\\s@<>()\\[\\]\\\\,;:\"./]+";
  const sound = new RegExp(`^[^\\s@<>()\\[\\]\\\\,;:"]+@${part}(\\.${part})+$`).test(text);
  return sound && text.length <= 254 ? { value: text } : { problem: ["answer-no-email", {}] };
}

const BLANKS = {
  text: (text, control) => measured(oneLine(text).value, control),
  long: measured,
  number,
  amount,
  email,
};
