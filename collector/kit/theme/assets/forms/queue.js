/* What could not be delivered yet, kept on the device and sent again from any page of the site.
 *
 * device  "ideagarden queue"  [{id, address, tokens, token, submission, content, words,
 *                               page, draft, label, said, tries, next | receipt, thanks | refused}]
 *
 *   token ──► post ──► 201 receipt │ 429, 502, 503, 504, no answer: later │ anything else: refused
 *
 * The token names one submission and is kept before the post goes out, so that whatever is sent
 * again is known again. One tab at a time sends.
 */

const QUEUE = "ideagarden queue";
const LATER = new Set([429, 502, 503, 504]);
const PATIENCE = 30_000;
const READING = 1500;
const FIRST = 2000;
const LONGEST = 5 * 60_000;

async function ask(address, options = {}) {
  const signal = AbortSignal.timeout(PATIENCE);
  const response = await fetch(address, { credentials: "same-origin", signal, ...options });
  const after = 1000 * Number(response.headers.get("Retry-After"));
  return { status: response.status, after, told: await response.json().catch(() => ({})) };
}

const queue = {
  items() {
    return device.read(QUEUE) || [];
  },

  find(id) {
    return queue.items().find((each) => each.id === id);
  },

  put(item) {
    device.write(QUEUE, [...queue.items().filter(({ id }) => id !== item.id), item]);
    notices.show();
  },

  drop(id) {
    device.write(QUEUE, queue.items().filter((each) => each.id !== id));
    notices.show();
  },

  /* Sends it once; what was answered, or nothing. `unhurried`: nobody pressed a button. */
  async deliver(item, unhurried) {
    try {
      const begun = await queue.begin(item, unhurried);
      if (begun) return begun;
      let reply = await post(item);
      if (reply.told.token) {
        queue.put(Object.assign(item, { token: reply.told.token }));
        reply = await post(item);
      }
      return reply;
    } catch {
      return null;
    }
  },

  /* Sees to its token; returns what speaks against it. Whoever sends at once is taken for a robot. */
  async begin(item, unhurried) {
    if (item.token) return null;
    const reply = await ask(item.tokens);
    if (reply.status !== 200) return reply;
    queue.put(Object.assign(item, { token: reply.told.token, submission: reply.told.submission }));
    if (unhurried) await wait(READING);
    return null;
  },

  /* All that is due, one after the other. */
  async flush() {
    for (const { id } of queue.items()) {
      await alone(async () => {
        const item = queue.find(id);
        if (item && isWaiting(item) && item.next <= Date.now()) queue.settle(item, await queue.deliver(item, true));
      });
    }
    queue.plan();
  },

  settle(item, reply) {
    if (!queue.find(item.id)) return;
    if (reply?.status === 201) queue.arrived(item, reply.told);
    else if (isLater(reply)) queue.postpone(item, reply);
    else queue.put({ ...item, refused: reply.told.error?.message || " " });
  },

  arrived(item, { receipt, thanks }) {
    device.drop(item.draft);
    queue.put({ ...item, content: null, receipt, thanks: String(new URL(thanks, item.address)) });
    dispatchEvent(new CustomEvent("ig-arrived", { detail: item }));
  },

  postpone(item, reply) {
    const pause = Math.min(LONGEST, FIRST * 2 ** item.tries) * (0.75 + Math.random() / 2);
    queue.put({ ...item, tries: item.tries + 1, next: Date.now() + Math.max(pause, reply?.after || 0) });
    queue.plan();
  },

  plan() {
    clearTimeout(queue.timer);
    const waiting = queue.items().filter(isWaiting).map(({ next }) => next);
    if (waiting.length) queue.timer = setTimeout(queue.flush, Math.max(FIRST / 2, Math.min(...waiting) - Date.now()));
  },

  /* The line is back: nothing waits any longer. */
  hasten() {
    device.write(QUEUE, queue.items().map((each) => ({ ...each, next: 0 })));
    queue.flush();
  },
};

function isWaiting(item) {
  return !item.receipt && !item.refused;
}

function isLater(reply) {
  return !reply || LATER.has(reply.status);
}

function post(item) {
  return ask(item.address, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ ...item.content, _token: item.token }),
  });
}

/* What is kept is told on every page, plainly, with a way to cancel it. */
const notices = {
  show() {
    const items = queue.items().filter((each) => each.tries || !isWaiting(each));
    notices.place ||= make("div", "ig-notices", { role: "status" });
    notices.place.replaceChildren(...items.map((each) => notices.one(each)));
    if (!notices.place.isConnected) document.querySelector("#content, main")?.prepend(notices.place);
  },

  one(item) {
    const say = (key) => fill(item.said[key], item);
    const drop = button("", () => queue.drop(item.id));
    const box = make("section", "ig-message", { "aria-label": item.label });
    if (item.receipt) {
      drop.textContent = say("script-noted");
      const code = make("a", "ig-code", { href: `${new URL("/collect/-/receipt", item.address)}#${item.receipt}` }, item.receipt);
      box.append(make("p", "", {}, say("script-arrived"), " ", code));
    } else if (item.refused) {
      drop.textContent = say("script-dismiss");
      box.append(make("p", "", {}, say("script-refused"), " ", make("a", "", { href: item.page }, say("script-to-form"))));
    } else {
      drop.textContent = say("script-cancel");
      box.append(make("p", "", {}, say(device.lasts ? "script-kept" : "script-kept-here")), button(say("script-again"), () => queue.hasten()));
    }
    box.append(" ", drop);
    return box;
  },
};

function beginQueue() {
  if (queue.items().length) notices.show();
  addEventListener("online", queue.hasten);
  addEventListener("storage", ({ key }) => { if (key === QUEUE) notices.show(); });
  queue.flush();
}
