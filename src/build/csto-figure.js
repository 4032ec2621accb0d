// <csto-figure figure="troop-shares" total="2030" theme="dark">a link to the figure</csto-figure> shows the figure in a frame that is as
// high as its content. FIGURES: id, then title and heights at 360 and at 720 px. Without this script the link stays.
{
  const figures = new Map(FIGURES);
  const site = new URL(".", document.currentScript.src);
  // Attributes that speak of the element itself; all others are state of the figure.
  const own = /^(figure|theme|class|id|style|title|hidden|lang|dir|slot|role|tabindex|(data|aria|on).*)$/;
  const system = matchMedia("(prefers-color-scheme: dark)");

  class CstoFigure extends HTMLElement {
    static observedAttributes = ["theme"];

    connectedCallback() {
      // The link may still be on its way.
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => this.show(), { once: true });
      else this.show();
    }

    // A page that takes the element away keeps nothing of it.
    disconnectedCallback() {
      this.heard?.abort();
    }

    attributeChangedCallback() {
      this.follow();
    }

    show() {
      if (!this.isConnected) return;
      const id = this.getAttribute("figure");
      if (!figures.has(id)) return console.warn(`csto-figure: there is no figure "${id}", only ${[...figures.keys()].join(", ")}.`);
      if (!this.frame) this.make(id);
      this.hear(id);
    }

    make(id) {
      const [title, narrow, wide] = figures.get(id);
      const address = new URL(`embed/${id}/?v=1`, site);
      for (const { name, value } of this.attributes) if (!own.test(name)) address.searchParams.set(name, value);
      address.searchParams.set("theme", this.theme());
      const frame = (this.frame = document.createElement("iframe"));
      frame.title = this.title || title;
      frame.loading = "lazy";
      frame.allow = "clipboard-write; web-share";
      this.style.display = "block";
      Object.assign(frame.style, { border: 0, display: "block", width: "100%", height: `${this.clientWidth < 540 ? narrow : wide}px` });
      frame.src = address;
      // The theme may have changed before a frame that waited for its turn was there to hear of it.
      frame.addEventListener("load", () => this.follow());
      this.replaceChildren(frame);
    }

    hear(id) {
      this.heard?.abort();
      const { signal } = (this.heard = new AbortController());
      const { frame } = this;
      const grow = ({ data, source }) => {
        const height = source === frame.contentWindow && data?.["datawrapper-height"]?.[id];
        if (height > 0 && height < 1e5) frame.style.height = `${height}px`;
      };
      addEventListener("message", grow, { signal });
      system.addEventListener("change", () => this.follow(), { signal });
    }

    // What is asked for; else what the page around shows, which is light unless it says that it can be dark.
    theme() {
      const schemes = getComputedStyle(this).colorScheme;
      const dark = schemes.includes("dark") && (system.matches || !schemes.includes("light"));
      return this.getAttribute("theme") || (dark ? "dark" : "light");
    }

    follow() {
      this.frame?.contentWindow?.postMessage({ "csto-theme": this.theme() }, "*");
    }
  }

  if (!customElements.get("csto-figure")) customElements.define("csto-figure", CstoFigure);
}
