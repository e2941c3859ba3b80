/* Elements, words and chance: what every other part needs. */

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function button(words, act) {
  const made = make("button", { class: "md-button", type: "button" }, words);
  made.addEventListener("click", act);
  return made;
}

/* A field of our own in the form, made when it is first needed. */
function hidden(form, name, value) {
  const field = form.elements[name] || make("input", { type: "hidden", name });
  field.value = value;
  form.append(field);
}

function fill(sentence, facts) {
  return sentence.replace(/\{(\w+)\}/g, (blank, name) => facts[name] ?? blank);
}

function pass(milliseconds) {
  return new Promise((done) => { setTimeout(done, milliseconds); });
}

/* Thirty-two hexadecimal digits that nobody can guess. */
function random() {
  return Array.from(crypto.getRandomValues(new Uint8Array(32)), (each) => (each % 16).toString(16)).join("");
}

/* What a label or legend says, without the star. */
function wordsOf(label) {
  return label ? label.textContent.replace(/\s+/g, " ").replace(/\* ?$/, "").trim() : "";
}

/* A question as it is asked. */
function captionOf(field) {
  return wordsOf(field.querySelector(".ig-label"));
}

/* What a control stands for: a line of its question, or the question itself. */
function nameOf(control) {
  const row = control.closest("tr");
  if (!row) return isTick(control) ? captionOf(control.closest(".ig-field")) : wordsOf(control.labels[0]);
  const line = wordsOf(row.querySelector("th > span"));
  return isTick(control) ? line : `${line}, ${wordsOf(control.labels[0])}`;
}
