/* Forms, sent without leaving the page: messages at their fields, and a retry that can't store twice.
 *
 * Everything works without this script. Wherever it can't do better it lets the browser send the
 * form, and the collector's own pages go on from there.
 *
 *   token ──► post ──► 201 receipt │ 422 messages │ 429, 503, no answer: try again
 *
 * The token names one submission. A tab keeps it until the receipt is there, and while the same
 * words are sent again after a step back; whatever is new gets a token of its own.
 */
"use strict";

(() => {
  const WORDS = {
    sending: "Sending…",
    unreachable: "We could not be reached. What you wrote is still here; please try again.",
    look: "Please look at this again",
    error: "Error:",
  };
  const PAUSE = 1500;

  const session = {
    read(key) {
      try { return JSON.parse(sessionStorage.getItem(key)) || {}; } catch { return {}; }
    },
    write(key, value) {
      try { sessionStorage.setItem(key, JSON.stringify(value)); } catch { /* blocked: this page only */ }
    },
  };

  class Sender {
    constructor(form) {
      this.form = form;
      this.address = new URL(form.getAttribute("action"), location.href);
      const { igChallenge: challenge, igForm: name } = form.dataset;
      this.tokenAddress = new URL(`../-/token/${challenge}/${name}`, this.address);
      this.key = `ideagarden ${challenge}/${name}`;
      this.state = session.read(this.key);
      if (this.state.sent && arrivedAnew()) this.keep({});
      this.status = make("p", "ig-status", { role: "status" });
      form.querySelector(".ig-actions").append(this.status);
      form.noValidate = true;
      form.addEventListener("focusin", () => this.begin().catch(() => {}), { once: true });
      form.addEventListener("submit", (event) => this.submit(event));
    }

    keep(state) {
      this.state = state;
      session.write(this.key, state);
    }

    /* A token, from this tab's memory or the collector; what it answered. */
    async begin() {
      if (this.state.token) return { status: 200 };
      this.beginning ||= ask(this.tokenAddress).finally(() => { this.beginning = null; });
      const reply = await this.beginning;
      if (reply.status === 200 && !this.state.token) {
        this.keep({ token: reply.told.token, submission: reply.told.submission });
      }
      return reply;
    }

    async submit(event) {
      event.preventDefault();
      if (this.busy) return;
      this.turnBusy(true);
      try {
        await this.send();
      } finally {
        this.turnBusy(false);
      }
    }

    async send() {
      const content = read(this.form);
      const words = JSON.stringify(content.answers);
      if (this.state.sent && this.state.sent !== words) this.keep({});
      let reply = await this.begin().catch(() => ({ refused: navigator.onLine }));
      if (reply.status === 200) reply = await this.post(content);
      if (reply?.told?.token) {
        this.keep({ ...this.state, token: reply.told.token });
        reply = await this.post(content);
      }
      this.show(reply, words);
    }

    /* What the collector answered; nothing if it could not be reached twice. */
    async post(content) {
      const body = JSON.stringify({ ...content, _token: this.state.token });
      const once = () => ask(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body,
      });
      return once().catch(() => wait(PAUSE).then(once)).catch(() => null);
    }

    show(reply, words) {
      if (reply?.status === 201) {
        this.keep({ ...this.state, sent: words });
        location.assign(new URL(reply.told.thanks, this.address));
      } else if (reply?.told?.errors) {
        this.showProblems(reply.told.errors);
      } else if (reply?.refused || (reply?.status < 500 && reply.status !== 429)) {
        this.leaveToBrowser();
      } else {
        this.showSummary([[null, reply?.told?.error?.message || WORDS.unreachable]]);
      }
    }

    /* The plain way, with the submission's id, so that what was kept already is known again. */
    leaveToBrowser() {
      if (this.state.submission) {
        const proposed = make("input", "", { type: "hidden", name: "_sid", value: this.state.submission });
        this.form.append(proposed);
        this.keep({});
      }
      HTMLFormElement.prototype.submit.call(this.form);
    }

    showProblems(errors) {
      this.clear();
      const places = Object.entries(errors).map(([column, { message }]) => {
        const input = this.form.querySelector(`[name="${CSS.escape(column)}"]`);
        if (!input) return [null, message];
        mark(input, message);
        return [input, `${caption(input)}: ${message}`];
      });
      this.showSummary(inOrder(places));
    }

    showSummary(places) {
      this.clearSummary();
      const title = make("h3", "ig-summary__title", { id: `${this.form.id}--problems` }, WORDS.look);
      const list = document.createElement("ul");
      for (const [input, message] of places) list.append(item(input, message));
      const summary = make("div", "ig-summary", {
        role: "alert", tabindex: "-1", "aria-labelledby": title.id,
      });
      summary.append(title, list);
      this.form.prepend(summary);
      summary.focus();
    }

    clear() {
      this.clearSummary();
      for (const each of this.form.querySelectorAll(".ig-error")) unmark(this.form, each);
      for (const each of this.form.querySelectorAll(".ig-field--error")) {
        each.classList.remove("ig-field--error");
      }
    }

    clearSummary() {
      this.form.querySelector(".ig-summary")?.remove();
    }

    turnBusy(busy) {
      this.busy = busy;
      this.status.textContent = busy ? WORDS.sending : "";
    }
  }

  /* The page was opened by a link or an address, not by a step back or a reload. */
  function arrivedAnew() {
    return performance.getEntriesByType("navigation")[0]?.type === "navigate";
  }

  async function ask(address, options = {}) {
    const response = await fetch(address, { credentials: "omit", ...options });
    return { status: response.status, told: await response.json().catch(() => ({})) };
  }

  function wait(milliseconds) {
    return new Promise((done) => { setTimeout(done, milliseconds); });
  }

  /* The form as the collector takes it: our own fields, and the texts by column. */
  function read(form) {
    const content = { answers: {} };
    for (const [name, text] of new FormData(form)) {
      if (name.startsWith("_")) content[name] = text;
      else (content.answers[name] ||= []).push(text);
    }
    return content;
  }

  function make(tag, style, attributes = {}, text = "") {
    const element = document.createElement(tag);
    if (style) element.className = style;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  }

  function item(input, message) {
    const entry = document.createElement("li");
    if (!input) {
      entry.textContent = message;
      return entry;
    }
    const link = make("a", "", { href: `#${input.id}` }, message);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      input.focus();
    });
    entry.append(link);
    return entry;
  }

  function isChoice(input) {
    return input.type === "radio" || (input.type === "checkbox" && input.closest("fieldset"));
  }

  /* What a message describes: a blank, or the whole group of choices. */
  function described(input) {
    return isChoice(input) ? input.closest("fieldset") : input;
  }

  function caption(input) {
    const label = isChoice(input) ? input.closest("fieldset").querySelector("legend") : input.labels[0];
    return label ? label.textContent.replace(/\s*\*?\s*$/, "").trim() : "";
  }

  function mark(input, message) {
    const error = make("p", "ig-error", { id: `${input.id}--error` });
    error.append(make("span", "ig-error__word", {}, WORDS.error), ` ${message}`);
    const first = input.closest(".ig-scale, .ig-stars, .ig-option") || input;
    first.before(error);
    input.closest(".ig-field")?.classList.add("ig-field--error");
    const about = described(input);
    const others = (about.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
    about.setAttribute("aria-describedby", [...others, error.id].join(" "));
    about.setAttribute("aria-invalid", "true");
  }

  function unmark(form, error) {
    for (const each of form.querySelectorAll(`[aria-describedby~="${CSS.escape(error.id)}"]`)) {
      const others = each.getAttribute("aria-describedby").split(" ").filter((id) => id !== error.id);
      each.setAttribute("aria-describedby", others.join(" "));
      each.removeAttribute("aria-invalid");
    }
    error.remove();
  }

  /* As they stand on the page; what has no place comes last. */
  function inOrder(places) {
    const follows = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
    return places.sort(([one], [other]) => {
      if (!one || !other) return one ? -1 : Number(Boolean(other));
      return follows(one, other) ? -1 : 1;
    });
  }

  for (const form of document.querySelectorAll("form[data-ig-form]")) new Sender(form);

  /* A kept link is /collect/-/receipt#CODE: what follows the # is never sent to us by itself. */
  const code = document.querySelector("input[data-ig-code]");
  if (code && location.hash.length > 1) code.value = location.hash.slice(1);
})();
