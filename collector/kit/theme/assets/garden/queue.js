/* What could not be delivered yet, kept on the device and sent again from any page of the site.
 *
 * device  "ideagarden queue"  [{id, key, address, tokens, token, submission, content, words, page,
 *                               draft, at, label, said, tries, next │ receipt, thanks │ refused}]
 *
 *   token ──► post ──► 201 receipt │ 429, 502, 503, 504, no answer: later │ anything else: refused
 *
 * The token names one submission and is kept before the post goes out, so that whatever is sent
 * again is known again. One tab at a time sends.
 */

const QUEUE = "ideagarden queue";
const PATIENCE = 30_000;
const READING = 1500;
const FIRST = 2000;
const LONGEST = 5 * 60_000;

function post(address, content) {
  return ask(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(content) });
}

async function ask(address, options) {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE), ...options });
  const after = 1000 * response.headers.get("Retry-After");
  return { status: response.status, after, told: await response.json().catch(() => ({})) };
}

function isLater(reply) {
  return !reply || [429, 502, 503, 504].includes(reply.status);
}

function isWaiting({ receipt, refused }) {
  return !receipt && !refused;
}

const queue = {
  items: () => device.read(QUEUE) || [],

  find: (id) => queue.items().find((each) => each.id === id),

  put(item) {
    device.write(QUEUE, [...queue.items().filter(({ id }) => id !== item.id), item]);
    queue.tell();
  },

  drop(id) {
    device.write(QUEUE, queue.items().filter((each) => each.id !== id));
    queue.tell();
  },

  /* Sends it once; what was answered, or nothing. Whoever sends at once is taken for a robot. */
  async deliver(item, pause) {
    try {
      if (!item.token) {
        const reply = await ask(item.tokens);
        if (reply.status !== 200) return reply;
        queue.put(Object.assign(item, { token: reply.told.token, submission: reply.told.submission }));
        await pass(pause);
      }
      const reply = await queue.post(item);
      if (!reply.told.token) return reply;
      queue.put(Object.assign(item, { token: reply.told.token }));
      return await queue.post(item);
    } catch {
      return null;
    }
  },

  post: (item) => post(item.address, { ...item.content, _token: item.token }),

  /* All that is due, one after the other. */
  async flush() {
    queue.tell();
    for (const { id } of queue.items()) {
      await alone(async () => {
        const item = queue.find(id);
        if (!item || !isWaiting(item) || item.next > Date.now()) return;
        const reply = await queue.deliver(item, READING);
        if (queue.find(id)) queue.settle(item, reply);
      });
    }
    queue.plan();
  },

  settle(item, reply) {
    if (isLater(reply)) {
      const pause = Math.min(LONGEST, FIRST * 2 ** item.tries);
      queue.put({ ...item, tries: item.tries + 1, next: Date.now() + Math.max(pause, reply?.after || 0) });
      queue.plan();
    } else if (reply.status === 201) {
      queue.dropDraft(item);
      queue.put({ ...item, content: null, ...reply.told });
      if (item.id.endsWith(tabName)) tab.write(item.key, { token: item.token, submission: item.submission, sent: item.words });
      dispatchEvent(new Event("ig-arrived"));
    } else {
      queue.put({ ...item, refused: reply.told.error?.message || "…" });
    }
  },

  /* What was sent is no draft any longer; what was typed since is one. */
  dropDraft({ draft, at }) {
    if (!(device.read(draft)?.at > at)) device.drop(draft);
  },

  plan() {
    clearTimeout(queue.timer);
    const next = Math.min(...queue.items().filter(isWaiting).map((each) => each.next));
    if (next < Infinity) queue.timer = setTimeout(queue.flush, Math.max(FIRST / 2, next - Date.now()));
  },

  /* Nothing waits any longer: the line is back, or somebody wants it so. */
  hasten() {
    device.write(QUEUE, queue.items().map((each) => ({ ...each, next: 0 })));
    queue.flush();
  },

  /* Told plainly on every page, with a way to cancel it. */
  tell() {
    const items = queue.items().filter((each) => each.tries || !isWaiting(each));
    const told = make("div", {}, ...items.map(queue.notice));
    queue.place ||= make("div", { role: "status", tabindex: "-1" });
    if (queue.place.textContent !== told.textContent) queue.place.replaceChildren(told);
    if (!items.length) queue.place.remove();
    else if (!queue.place.isConnected) document.querySelector("#content").prepend(queue.place);
  },

  notice(item) {
    const say = (reason) => fill(item.said[reason], item);
    const box = (reason, first, end) => make("section", { class: "ig-message", "aria-label": item.label },
      make("p", {}, say(reason)), make("p", { class: "ig-actions" }, first, button(say(end), () => queue.drop(item.id))));
    if (item.receipt) {
      const href = new URL(`/collect/-/receipt#${item.receipt}`, item.address);
      return box("arrived", make("a", { class: "ig-code", href }, item.receipt), "noted");
    }
    if (item.refused) return box("refused", make("a", { href: item.page }, say("to-form")), "dismiss");
    return box(device.lasts ? "kept" : "kept-here", button(say("again"), queue.hasten), "cancel");
  },
};

function beginQueue() {
  addEventListener("online", queue.hasten);
  queue.flush();
}
