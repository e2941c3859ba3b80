/* A poll that is split: which variant this browser reads, the collector deals once, and it is kept
 * here. Until it is known, and where it can't be, the form waits behind its button. */

const VARIANTS = "ideagarden variants";

function awaitDeal(place) {
  const form = document.getElementById(place.dataset.igDeal);

  function show(code) {
    const part = code && form.querySelector(`[data-ig-variant="${code}"]`);
    if (!part) return false;
    hidden(form, "_variant", code);
    part.hidden = form.hidden = false;
    place.remove();
    return true;
  }

  if (show(device.read(VARIANTS)?.[place.action])) return;
  const watch = new IntersectionObserver(async ([seen]) => {
    if (!seen.isIntersecting) return;
    watch.disconnect();
    const reply = await post(place.action, read(place)).catch(() => null);
    const code = reply?.told.variant;
    if (show(code)) device.write(VARIANTS, { ...device.read(VARIANTS), [place.action]: code });
  });
  watch.observe(place);
}
