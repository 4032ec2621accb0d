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
  const opens = (address) => {
    let opened;
    try {
      // Empty at first, while it may be told to forget the figure; in some sandboxes it belongs to nobody from the beginning. Where
      // it may not open, Firefox throws, and other browsers give none.
      opened = open();
      opened.opener = null;
    } catch {}
    if (opened) opened.location = address;
    return !!opened;
  };
  // The figure's own page, to which the compact form leads, shows the same state: also where the link is opened by another button, or
  // from the browser's menu.
  const keepState = ({ target }) => {
    const link = target.closest?.(".embed-alone a");
    if (link) link.search = document.querySelector("figure[data-figure]").dataset.state || "";
  };
  for (const type of ["pointerdown", "focusin"]) document.addEventListener(type, keepState);
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest?.("a[target=_blank], a[download], [data-download]");
    if (!pressed || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    told.hidden = true;
    keepState(event);
    // A sandbox without an origin takes a link to a file for one to a page.
    const isLink = pressed.href && (pressed.target || origin === "null");
    if (isLink) {
      event.preventDefault();
      if (opens(pressed.href)) return;
      if (secret && pressed.host === location.host) parent.postMessage({ secret, message: "link", value: pressed.href }, "*");
      tell(pressed.target ? "page" : "file", pressed.href);
    } else if (origin === "null") {
      // Whether the sandbox lets a picture be saved, no script can know. It has no address, but its figure's page has.
      const { id, dataset } = document.querySelector("figure[data-figure]");
      tell("file", new URL(`../../figures/${id}/?${dataset.state || ""}`, location).href);
    }
  });
}
