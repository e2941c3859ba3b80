/* Elements, words and chance: what every other part needs. */

function make(tag, style = "", attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (style) element.className = style;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function button(words, act, attributes = {}) {
  const made = make("button", "md-button", { type: "button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
}

/* A field of our own in the form, made when it is first needed. */
function hidden(form, name, value) {
  const found = form.elements.namedItem(name) || make("input", "", { type: "hidden", name });
  found.value = value;
  if (!found.form) form.prepend(found);
}

/* The words that came with a form, and their blanks filled. */
function speaker(form) {
  const words = JSON.parse(form.dataset.igWords || "{}");
  return (key, facts = {}) => fill(words[key] || "", facts);
}

function fill(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (blank, name) => facts[name] ?? blank);
}

/* Sixteen bytes nobody can guess, in hexadecimal. */
function random() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
}

function wait(milliseconds) {
  return new Promise((done) => { setTimeout(done, milliseconds); });
}

/* Says what changed to those who can't see it. */
function announcer(form) {
  const region = make("p", "ig-live", { role: "status" });
  form.append(region);
  return (sentence) => { region.textContent = sentence; };
}

const CONTROLS = "input, select, textarea";

function fieldsOf(place) {
  return [...place.querySelectorAll(".ig-field[data-ig-question]")];
}

/* The question as its label or legend says it, without the star. */
function captionOf(field) {
  const label = field.querySelector(".ig-label");
  return label ? label.textContent.replace(/\s*\*?\s*$/, "").trim() : "";
}
