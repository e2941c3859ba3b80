/* A poll that is split: which variant this browser reads, the collector deals once, and it is kept
 * here. Until it is known, and where it can't be, the form waits behind its button. */

const VARIANTS = "ideagarden variants";

function awaitDeal(place) {
  const form = document.getElementById(place.dataset.igDeal);
  const parts = [...form.querySelectorAll("[data-ig-variant]")];
  const kept = device.read(VARIANTS) || {};

  function show(code) {
    const part = parts.find((each) => each.dataset.igVariant === code);
    if (!part) return false;
    hidden(form, "_variant", code);
    for (const shown of [part, form]) shown.hidden = false;
    place.remove();
    return true;
  }

  async function take() {
    const reply = await post(place.action, read(place)).catch(() => null);
    if (!reply?.told.variant || !show(reply.told.variant)) return;
    device.write(VARIANTS, { ...device.read(VARIANTS), [place.action]: reply.told.variant });
  }

  if (show(kept[place.action])) return;
  const watch = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    watch.disconnect();
    take();
  }, { rootMargin: "300px" });
  watch.observe(place);
}
