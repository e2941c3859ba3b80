/* What the browser keeps for us, guarded: where it keeps nothing, the page remembers. */

class Shelf {
  constructor(open) {
    try {
      this.storage = open();
      this.lasts = true;
    } catch {
      this.storage = {};
    }
  }

  read(key) {
    return JSON.parse(this.storage[key] ?? null);
  }

  write(key, value) {
    try {
      this.storage[key] = JSON.stringify(value);
    } catch { /* It is full: what stood there stands. */ }
  }

  drop(key) {
    delete this.storage[key];
  }

  keys(start) {
    return Object.keys(this.storage).filter((each) => each.startsWith(start));
  }
}

const device = new Shelf(() => localStorage);
const tab = new Shelf(() => sessionStorage);

/* The tab's own name. A duplicate is handed a copy of the storage of a tab that has not left its
 * page: it takes a name of its own. So does a tab that comes back after a crash. */
const LEFT = "ideagarden left";
const TAB = "ideagarden tab";
const tabName = (tab.read(LEFT) && tab.read(TAB)) || random();
tab.write(TAB, tabName);
tab.drop(LEFT);

/* While a tab stands on a page it holds a lock of its name, so that others know it is open.
 * Where the browser keeps nothing for us it refuses locks as well. */
const locks = device.lasts ? navigator.locks : null;
locks?.request(tabName, () => new Promise(() => {})).catch(() => {});
addEventListener("pagehide", () => tab.write(LEFT, true));
addEventListener("pageshow", ({ persisted }) => { if (persisted) tab.drop(LEFT); });

/* One at a time among all tabs; without locks each for itself. */
function alone(work) {
  return locks ? locks.request("ideagarden queue", work) : work();
}

/* Tells one browser's answers from another's, where it keeps anything at all. */
function voter() {
  const known = device.read("ideagarden voter") || random();
  device.write("ideagarden voter", known);
  return device.lasts ? known : "";
}
