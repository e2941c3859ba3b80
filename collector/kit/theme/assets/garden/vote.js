/* One click votes, another takes it back. What this browser has said is remembered here, so that its
 * buttons show it; what counts is what the collector says. */

const VOTES = "ideagarden votes";
const TRIES = 3;

function takeVotes(place) {
  if (!voter()) return; /* The browser keeps nothing: its form goes the plain way. */
  const form = place.querySelector("form");
  const idea = place.dataset.igVote;
  const count = place.querySelector(".ig-vote__count");
  const status = make("p", { class: "ig-vote__status", role: "status" });
  place.append(status);
  let busy = false;
  show(own());

  function own() {
    return (device.read(VOTES) || {})[idea] || "";
  }

  function show(said) {
    for (const each of form.querySelectorAll("[name=value]")) {
      if (each.type === "radio") each.checked = each.value === said;
      else each.setAttribute("aria-pressed", each.value === said);
    }
    const back = form.querySelector("[name=_back]");
    if (back) back.hidden = !said;
  }

  function said(button) {
    if (button?.name === "_back") return "";
    if (button?.name === "value") return button.value === own() ? "" : button.value;
    return form.querySelector(":checked").value;
  }

  async function send(value) {
    const content = { value, _voter: voter(), _lang: form.elements._lang.value };
    for (let tried = 1; tried <= TRIES; tried += 1) {
      const reply = await post(form.action, content).catch(() => null);
      if (reply) return reply;
      await pass(500 * tried);
    }
    return null;
  }

  function tell({ status: code, told }) {
    status.textContent = told.error?.message || told.message;
    if (code !== 200) return show(own());
    device.write(VOTES, { ...device.read(VOTES), [idea]: told.value || undefined });
    show(told.value);
    if (told.count) count.textContent = told.counted;
  }

  function leaveToBrowser(value) {
    form.append(make("input", { type: "hidden", name: value ? "value" : "_back", value: value || "yes" }));
    hidden(form, "_voter", voter());
    HTMLFormElement.prototype.submit.call(form);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    const value = said(event.submitter);
    const reply = await send(value);
    busy = false;
    if (reply) tell(reply);
    else leaveToBrowser(value);
  });
}
