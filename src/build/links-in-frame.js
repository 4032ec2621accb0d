// A frame may deny what a reader asks for: its sandbox may allow no other page and no file. Then nothing happens, and the browser
// says nothing. So the address is shown, to be copied. WordPress opens addresses of the embed's own host when it is asked to.
if (parent !== window) {
  const secret = /[?&]secret=([a-z\d]+)/i.exec(location.hash)?.[1];
  const told = document.querySelector("[data-part=denied]");
  const tell = (kind, address) => {
    const field = told.querySelector("input");
    for (const words of told.querySelectorAll("[data-kind]")) words.hidden = words.dataset.kind !== kind;
    told.hidden = false;
    field.value = address;
    field.focus();
    field.select();
  };
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("a[target=_blank], a[download], [data-download]");
    if (!pressed || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    told.hidden = true;
    // The figure's own page, to which the compact form leads, shows the same state.
    if (pressed.closest(".embed-alone")) pressed.search = document.querySelector("figure[data-figure]").dataset.state || "";
    if (pressed.target) {
      event.preventDefault();
      const opened = open(pressed.href);
      if (opened) {
        opened.opener = null;
        return;
      }
      if (secret && pressed.host === location.host) parent.postMessage({ secret, message: "link", value: pressed.href }, "*");
      tell("page", pressed.href);
    } else if (origin === "null") {
      // Whether the sandbox allows files, no script can know. A picture that is made here has no address: its figure's page has.
      const { id, dataset } = document.querySelector("figure[data-figure]");
      tell("file", pressed.href || new URL(`../../figures/${id}/?${dataset.state || ""}`, location).href);
    }
  });
}
