// Makes the list of snippets a form: one figure, in a theme and a state, with a preview whose own controls set the state.
{
  const page = document.querySelector(".builder");
  const form = page.querySelector("form");
  const preview = page.querySelector(".builder-preview");
  const status = page.querySelector("[role=status]");
  const sections = [...page.querySelectorAll("section[data-figure]")];
  const known = page.dataset.known === "true";
  const site = known ? page.dataset.site : new URL("..", location.href).href.split(/[?#]/)[0];
  const frame = document.createElement("iframe");
  // What the figure says of its state; and what the address asked for, until it has.
  let state = "";
  let wished = "";

  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const templates = new Map();
  for (const pre of page.querySelectorAll("pre[data-kind]")) {
    templates.set(pre, pre.textContent);
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = status.dataset.copy;
    copy.setAttribute("aria-label", `${status.dataset.copy}: ${pre.getAttribute("aria-label")}`);
    copy.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(pre.textContent);
        status.textContent = status.dataset.copied;
      } catch {
        getSelection().selectAllChildren(pre);
        status.textContent = status.dataset.byHand;
      }
    });
    pre.before(copy);
  }

  // The pairs of a state, with the theme where it is not the reader's.
  const themed = (state) => {
    const pairs = new URLSearchParams(state);
    if (form.theme.value !== "auto") pairs.set("theme", form.theme.value);
    return pairs;
  };

  // The figure's own state as attributes and as a query; the theme only where it is not the reader's. Returns the query
  // that opens this page so.
  const write = () => {
    const figure = form.figure.value;
    const pairs = themed(state);
    const attributes = [...pairs].filter(([name]) => name !== "v").map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
    const query = pairs.size === 0 ? "" : `?${pairs}`;
    for (const section of sections) section.hidden = section.dataset.figure !== figure;
    for (const [pre, template] of templates) {
      pre.textContent = template
        .replaceAll(page.dataset.site, site)
        .replace(`figure="${figure}"`, (name) => name + attributes)
        .replaceAll(`embed/${figure}/`, (path) => path + escaped(query));
    }
    status.textContent = "";
    return `?${new URLSearchParams([["figure", figure], ...themed(state || wished)])}`;
  };
  const keep = () => history.replaceState(null, "", write());

  const show = () => {
    const query = new URLSearchParams(state || wished);
    query.set("theme", form.theme.value);
    const address = new URL(`${form.figure.value}/?${query}`, location.href);
    // An entry of its own in the history would lead Back to a figure that the form does not name.
    if (frame.isConnected) frame.contentWindow.location.replace(address);
    else frame.src = address;
  };

  frame.addEventListener("load", () => {
    const figure = frame.contentDocument.querySelector(".is-game .game") || frame.contentDocument.querySelector("figure[data-figure]");
    const take = (then) => {
      state = figure.dataset.state || state;
      then();
    };
    // A figure that becomes interactive says its state for the first time; from then on the reader changes it.
    const changed = ([{ oldValue }]) => take(oldValue === null ? write : keep);
    new MutationObserver(changed).observe(figure, { attributeFilter: ["data-state"], attributeOldValue: true });
    take(write);
  });
  addEventListener("message", ({ data, source }) => {
    const height = source === frame.contentWindow && data?.["datawrapper-height"]?.[form.figure.value];
    if (height > 0) frame.style.blockSize = `${height}px`;
  });
  form.addEventListener("change", ({ target }) => {
    if (target.name === "width") preview.dataset.width = target.value;
    else if (target.name === "theme") {
      frame.contentWindow.postMessage({ "csto-theme": target.value }, "*");
      keep();
    } else {
      state = wished = "";
      keep();
      show();
    }
  });

  // A figure's own page leads here with its state.
  const asked = new URLSearchParams(location.search);
  if (sections.some((section) => section.dataset.figure === asked.get("figure"))) form.figure.value = asked.get("figure");
  if (["light", "dark"].includes(asked.get("theme"))) form.theme.value = asked.get("theme");
  for (const name of ["figure", "theme"]) asked.delete(name);
  wished = String(asked);
  frame.title = preview.dataset.title;
  preview.dataset.width = form.width.value;
  form.hidden = preview.hidden = false;
  show();
  preview.append(frame);
  write();
}
