/* What the browser keeps for us, guarded: where it keeps nothing, the page remembers. */

class Shelf {
  constructor(open) {
    this.memory = {};
    try {
      this.storage = open();
      this.storage.setItem("ideagarden", "");
      this.storage.removeItem("ideagarden");
    } catch {
      this.storage = null;
    }
  }

  /* Whether it outlives the page. */
  get lasts() {
    return this.storage !== null;
  }

  read(key) {
    try {
      return JSON.parse(this.lasts ? this.storage.getItem(key) : this.memory[key] || null);
    } catch {
      return null;
    }
  }

  write(key, value) {
    const text = JSON.stringify(value);
    try {
      if (this.lasts) this.storage.setItem(key, text);
      else this.memory[key] = text;
    } catch { /* It is full: what stood there stands. */ }
  }

  drop(key) {
    if (this.lasts) this.storage.removeItem(key);
    delete this.memory[key];
  }

  keys(start) {
    return Object.keys(this.storage || this.memory).filter((each) => each.startsWith(start));
  }
}

const device = new Shelf(() => localStorage);
const tab = new Shelf(() => sessionStorage);

/* The tab's own name. A duplicate is handed a copy of the storage of a tab that has not left its
 * page: it takes a name of its own. So does a tab that comes back after a crash. */
const tabName = (() => {
  const known = tab.read("ideagarden left") && tab.read("ideagarden tab");
  const name = known || random();
  tab.write("ideagarden tab", name);
  tab.drop("ideagarden left");
  addEventListener("pagehide", () => tab.write("ideagarden left", true));
  addEventListener("pageshow", ({ persisted }) => { if (persisted) tab.drop("ideagarden left"); });
  return name;
})();

/* While a tab stands on a page it holds a lock of its name, so that others know it is open. */
function holdName() {
  if (!navigator.locks) return;
  let leave;
  const left = new Promise((done) => { leave = done; });
  navigator.locks.request(`ideagarden tab ${tabName}`, () => left).catch(() => {});
  addEventListener("pagehide", leave, { once: true });
}

async function openTabs() {
  const { held } = await navigator.locks.query();
  return held.map(({ name }) => name.replace("ideagarden tab ", ""));
}

/* One at a time among all tabs; without locks each for itself. */
function alone(work) {
  return navigator.locks ? navigator.locks.request("ideagarden queue", work) : work();
}

/* Tells one browser's answers from another's, where it keeps anything at all. */
function voter() {
  if (!device.lasts) return "";
  const known = device.read("ideagarden voter") || random();
  device.write("ideagarden voter", known);
  return known;
}
