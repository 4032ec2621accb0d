// Under the button of a figure: its address with its full state, to copy or to send, how to cite it, and the way to embed it.
// The game of the cover has no place of its own on the page; it is embedded as the figure that its `data-embed` names.
// WORDS come from the content, STYLE from style/share.css. NAMED has the name of each state that has an address of its own to be
// pasted, by the address of the embed in that state, below the folder of all embeds.
{
  const words = WORDS;
  const named = NAMED;
  const site = new URL(".", document.currentScript.src);
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const status = make("p", { role: "status" });
  const sent = make("button", { type: "button", textContent: words.send, hidden: !navigator.share });
  const embed = make("a", { textContent: words.embed, target: "_blank", rel: "noopener" });
  const field = (label, rows) => {
    const text = make("textarea", { readOnly: true, rows, spellcheck: false });
    const copy = make("button", { type: "button", textContent: words.copy });
    copy.setAttribute("aria-label", `${words.copy}: ${label}`);
    copy.addEventListener("click", () => copied(text));
    const name = document.createTextNode(label);
    return { text, copy, name, row: make("div", {}, make("label", {}, name, text), copy) };
  };
  // A frame may be denied the clipboard; then the old way is left, and then the reader's own keys.
  const copied = async (text) => {
    let done = true;
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select();
      done = document.execCommand("copy");
    }
    status.textContent = done ? words.copied : words.by_hand;
  };
  const [address, citation, bibtex] = [field(words.address, 2), field(words.citation, 4), field(words.bibtex, 9)];
  // There is no oEmbed where the build did not know the site's address.
  const paste = words.paste && field(words.paste, 2);
  address.row.append(sent);
  const panel = make("div", { className: "share" }, address.row, citation.row, bibtex.row, paste.row || "", status, make("p", {}, embed));

  let figure, button;
  // A stage hands out the step in view.
  const walk = () => figure.closest(".walk");
  const title = () => {
    const captions = walk() ? walk().querySelectorAll(".picture-title") : figure.querySelectorAll("figcaption");
    return captions[walk() ? walk().dataset.step - 1 : 0].textContent;
  };
  const fill = () => {
    const state = figure.dataset.state || "";
    // A figure on a page of its own hands that out, any other its place in the article.
    const own = figure.closest("[data-page]");
    const step = walk() && `#${walk().parentNode.id}-${walk().dataset.step}`;
    const place = step || (own ? `${own.dataset.page}?${state}` : `?${state}#${figure.id}`);
    const url = new URL(place, site).href.replace(/\?(?=#|$)/, "").replace(/#$/, "");
    const id = walk()?.parentNode.id || figure.id || figure.dataset.embed;
    const filled = (text, safe) => text.replace("{figure}", () => safe(title())).replace("{address}", () => url);
    address.text.value = url;
    citation.text.value = filled(words.cite, (text) => text);
    // What TeX would read as a command.
    bibtex.text.value = filled(words.bibtex_entry, (text) => text.replace(/[&%$#_{}]/g, "\\$&")).replace("{id}", id);
    embed.href = new URL(`embed/?figure=${id}&${state}`, site);
    embed.hidden = !!step;
    if (paste) {
      // A state with a name has an address that such systems understand; of any other they show the figure as it is at first.
      const name = named[`${id}/?${state}`];
      const label = name ? words.paste_state : words.paste;
      paste.row.hidden = !!step || !figure.dataset.figure;
      paste.text.value = new URL(name ? `embed/${id}/${name}/` : `embed/${id}/`, site);
      paste.name.data = label;
      paste.copy.setAttribute("aria-label", `${words.copy}: ${label}`);
    }
    status.textContent = "";
  };
  const close = () => {
    panel.remove();
    follow.disconnect();
    button.setAttribute("aria-expanded", false);
  };
  const follow = new MutationObserver(fill);

  document.addEventListener("click", ({ target }) => {
    const pressed = target.closest && target.closest("[data-part=share]");
    if (!pressed) return;
    const open = panel.isConnected;
    if (open) close();
    if (open && pressed === button) return;
    button = pressed;
    figure = button.closest("figure");
    fill();
    follow.observe(walk() || figure, { attributeFilter: ["data-state", "data-step"] });
    button.closest("p").after(panel);
    button.setAttribute("aria-expanded", true);
    address.text.select();
    address.text.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", ({ key, target }) => {
    if (key !== "Escape" || !panel.isConnected || !figure.contains(target)) return;
    close();
    button.focus();
  });
  sent.addEventListener("click", () => navigator.share({ title: title(), url: address.text.value }).catch(() => {}));
  if (document.adoptedStyleSheets) {
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
  }
}
