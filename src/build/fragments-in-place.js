// In a frame whose document is written into its `srcdoc`, a link to a place in the text would load the page around it into the
// frame, because such a document takes its address from there.
if (location.protocol === "about:") {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    const place = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
    if (!place) return;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.scrollIntoView();
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  });
}
