/* A workshop by itself: looks again and again, ticks, and loses nothing when the network drops.
 *
 * device  "ideagarden workshop <address>"  {at, draft: {name: [text]}, waiting: ["a=b&_token=…"]}
 *
 * Parts of the page are put in place of those that changed; what is being typed stays. What is sent
 * has a number of its own, so that whatever is sent again is known again.
 */
(() => {
  const room = document.querySelector("[data-live]");
  if (!room) return;
  const words = JSON.parse(room.dataset.words);
  const EVERY = 3000;
  const START = "ideagarden workshop ";
  const KEY = START + room.dataset.live;
  const DAY = 86_400_000;
  const LAST = [1, 2, 5, 10];
  const say = (name, facts) => words[name].replace(/\{(\w+)\}/g, (_, fact) => facts[fact]);
  const random = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (each) => each.toString(16).padStart(2, "0")).join("");
  const write = () => document.querySelector("#write form");

  /* One region tells; it is silent unless something happened. */
  const region = document.createElement("p");
  region.className = "ig-live";
  region.setAttribute("role", "status");
  const line = document.createElement("p");
  line.className = "ig-message";
  line.setAttribute("role", "status");
  line.hidden = true;
  room.before(region, line);
  const tell = (sentence) => { region.textContent = sentence; };
  const show = (sentence) => {
    if (line.textContent !== sentence) line.textContent = sentence;
    line.hidden = !sentence;
  };

  let shelf = null;
  const keep = (changes) => {
    shelf = { ...read(), ...changes, at: Date.now() };
    try {
      localStorage.setItem(KEY, JSON.stringify(shelf));
      shelf = null;
    } catch { /* The page remembers. */ }
  };
  const read = () => {
    try { return shelf ?? JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
  };

  /* What was left there by workshops that are over. */
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(START) && !(JSON.parse(localStorage[key]).at > Date.now() - DAY)) localStorage.removeItem(key);
  } catch { /* It keeps nothing. */ }

  /* What is typed. */
  const texts = (sent) => {
    const found = {};
    for (const [name, text] of sent) if (!name.startsWith("_") && typeof text === "string") (found[name] ||= []).push(text);
    return found;
  };
  const typed = (form) => texts(new FormData(form));
  const isEmpty = (form) => Object.values(typed(form)).every((each) => each.every((text) => !text.trim()));
  const fill = (form, draft) => {
    for (const field of form.elements) {
      const told = draft[field.name];
      if (!told || field.name.startsWith("_")) continue;
      if (field.type === "checkbox" || field.type === "radio") field.checked = told.includes(field.value);
      else [field.value = ""] = told;
    }
  };
  const begin = () => {
    const form = write();
    if (!form) return;
    form.noValidate = true;
    if (!form.elements._token.value) form.elements._token.value = random();
    const { draft } = read();
    if (draft && isEmpty(form)) fill(form, draft);
  };

  /* The page as it is now, in place of what it was. */
  function take(page, whole) {
    const stepped = page.querySelector("#step")?.textContent !== room.querySelector("#step")?.textContent;
    for (const part of page.querySelectorAll("[data-part]")) {
      const old = document.getElementById(part.id);
      if (!old || old.innerHTML === part.innerHTML) continue;
      if (part.id === "write" && !whole && write()) {
        if (part.querySelector("form")) continue;
        if (!isEmpty(write())) setAside(words.unsent, typed(write()));
      }
      if (old.dataset.dirty && !whole) {
        show(words.again);
        continue;
      }
      const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
      old.replaceWith(part);
      const again = focused && document.getElementById(focused);
      if (again && !again.disabled) again.focus({ preventScroll: true });
      else if (focused) part.querySelector("button:not([disabled]), [tabindex]")?.focus({ preventScroll: true });
    }
    const revision = page.querySelector("[data-revision]")?.dataset.revision;
    if (revision) document.querySelectorAll("[data-seen]").forEach((each) => { each.value = revision; });
    if (stepped) {
      tell(room.querySelector("#step").textContent);
      show("");
    }
    hush();
    begin();
    tick();
  }

  /* What has no form any more: it stays to be read, whatever happens in the room. */
  function setAside(sentence, found) {
    const told = document.createElement("section");
    told.className = "ig-message";
    told.setAttribute("role", "alert");
    const quote = document.createElement("blockquote");
    quote.textContent = Object.values(found).flat().filter(Boolean).join("\n");
    const first = document.createElement("p");
    first.textContent = sentence;
    told.append(first, quote);
    line.after(told);
  }

  /* Looking again. */
  let etag = "";
  let late = 0;
  let busy = false;
  async function look() {
    if (busy || document.hidden) return;
    busy = true;
    try {
      const reply = await fetch(room.dataset.live, { headers: etag ? { "If-None-Match": etag } : {}, cache: "no-store", signal: AbortSignal.timeout(8000) });
      const now = Number(reply.headers.get("Ideagarden-Now"));
      if (now) late = now - Date.now();
      if (reply.status === 200) {
        etag = reply.headers.get("ETag");
        take(parsed(await reply.text()));
      }
      if (line.textContent === words.lost) show("");
      await flush();
    } catch {
      if (words.lost && !waiting().length) show(words.lost);
    } finally {
      busy = false;
    }
  }
  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

  /* Sending: what was written waits first, so that the form is free for the next at once. */
  const send = (address, body) => fetch(address, { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body, signal: AbortSignal.timeout(15000) });
  const isLater = (status) => [429, 502, 503, 504].includes(status);
  const waiting = () => read().waiting || [];
  const alerted = () => document.querySelector("#write [role=alert]");
  let flushing = null;
  const flush = () => { flushing ||= sendAll().finally(() => { flushing = null; }); return flushing; };
  async function sendAll() {
    for (let [first] = waiting(); first; [first] = waiting()) {
      const reply = await send(location.pathname, first);
      if (isLater(reply.status)) return;
      const text = await reply.text();
      keep({ waiting: waiting().filter((each) => each !== first) });
      if (!reply.ok) return back(first, text);
      show(waiting().length ? say("waits", { count: waiting().length }) : words.kept);
      take(parsed(text), alerted() && write() && isEmpty(write()));
    }
  }

  /* What was refused stands in the form again, if there is one and nothing else does. */
  function back(body, text) {
    const page = parsed(text);
    show("");
    if (page.querySelector("#write form") && (!write() || isEmpty(write()))) {
      take(page, true);
      if (write()) keep({ draft: typed(write()) });
      if (document.activeElement === document.body || document.activeElement.closest("#write")) (alerted()?.querySelector("a") ?? alerted())?.focus();
    } else {
      const why = page.querySelector("[role=alert]") ?? page.querySelector("h1");
      setAside(why?.textContent ?? "", texts(new URLSearchParams(body)));
    }
  }

  async function written(form) {
    if (flushing && isEmpty(form)) return;  // pressed twice
    keep({ waiting: [...waiting(), String(new URLSearchParams(new FormData(form)))], draft: null });
    anew(form);
    try { await flush(); } catch { /* It waits. */ }
    if (waiting().length) show(say("waits", { count: waiting().length }));
  }
  function anew(form) {
    form.reset();
    for (const field of form.elements) {
      if (field.name.startsWith("_")) continue;
      if (isTick(field)) field.checked = false;
      else field.value = "";
    }
    form.elements._token.value = random();
    form.querySelector("input:not([type=hidden]), textarea")?.focus();
  }
  const isTick = (field) => field.type === "checkbox" || field.type === "radio";

  async function given(form, button) {
    const data = new URLSearchParams(new FormData(form));
    data.set(button.name, button.value);
    try {
      const reply = await send(form.getAttribute("action"), String(data));
      take(parsed(await reply.text()));
    } catch {
      show(words.lost);
    }
  }

  let sending = false;
  room.addEventListener("submit", async (event) => {
    const form = event.target;
    const isOurs = form.elements._do && form.getAttribute("action") === location.pathname;
    if (!isOurs) {
      form.closest("[data-part]")?.removeAttribute("data-dirty");
      return;
    }
    event.preventDefault();
    if (form.elements._do.value === "write") return written(form);
    if (sending) return;
    sending = true;
    await given(form, event.submitter).finally(() => { sending = false; });
  });
  room.addEventListener("input", ({ target }) => {
    const part = target.closest("[data-part]");
    if (part && part.id !== "write") part.dataset.dirty = "yes";
    if (target.form === write()) keep({ draft: typed(target.form) });
  });

  /* The timer is read by whoever looks; it speaks at a few moments only. */
  let running = "";
  let before = 0;
  function tick() {
    const timer = document.querySelector("[data-until]");
    if (!timer) return;
    const { until } = timer.dataset;
    const left = Math.max(0, Math.round((new Date(until) - Date.now() - late) / 1000));
    const shown = left ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}` : words.over;
    const place = timer.querySelector("[role=timer]");
    if (place.textContent !== shown) place.textContent = shown;
    if (running === until) {
      const passed = [0, ...LAST].find((minutes) => before > minutes * 60 && left <= minutes * 60);
      if (passed !== undefined) tell(passed ? say("minutes", { minutes: passed }) : words.over);
    }
    running = until;
    before = left;
  }
  const hush = () => document.querySelectorAll("[data-plain]").forEach((each) => { each.hidden = true; });

  hush();
  begin();
  tick();
  setInterval(tick, 500);
  setInterval(look, EVERY);
  look();
  addEventListener("online", look);
  document.addEventListener("visibilitychange", look);
})();
