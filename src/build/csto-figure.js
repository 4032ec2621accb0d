// <csto-figure figure="troop-shares" total="2030" theme="dark">a link to the figure</csto-figure> shows the figure in a frame that is as
// high as its content. FIGURES: id, then title and heights at 360 and at 720 px; SITE is the site's address, where the build
// knew it. Without this script, or where the site is not known, the link stays.
{
  const figures = new Map(FIGURES);
  const known = SITE;
  // The folder of this script: the site's own, unless somebody has put a copy elsewhere. A module has none.
  const { src } = document.currentScript ?? {};
  const beside = /^https?:.*\/embed\.js(\?|$)/.test(src) ? new URL(".", src).href : undefined;
  // Attributes that speak of the element itself; all others are state of the figure.
  const own = /^(figure|theme|class|id|style|title|hidden|lang|dir|slot|part|is|role|tabindex|inert|nonce|(data|aria|on).*)$/;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const STYLE = ":host { display: block } :host([hidden]) { display: none }";

  class CstoFigure extends HTMLElement {
    connectedCallback() {
      const { signal } = (this.heard = new AbortController());
      addEventListener("message", (message) => this.grow(message), { signal });
      system.addEventListener("change", () => this.follow(), { signal });
      // A framework gives attributes and link when it likes, and changes them. A parser, too, brings the link later.
      this.watch = new MutationObserver(() => this.show());
      this.watch.observe(this, { attributes: true, childList: true });
      document.addEventListener("DOMContentLoaded", () => this.show(), { once: true, signal });
      this.show();
    }

    // A page that takes the element away keeps nothing of it.
    disconnectedCallback() {
      this.heard.abort();
      this.watch.disconnect();
    }

    // The link says where the site is; a copy of this script in the bundle of another site must not ask that for figures.
    site() {
      if (known) return known;
      const { href } = this.querySelector("a[href]") ?? {};
      // A parser may still bring it.
      if (!href) return document.readyState === "loading" ? undefined : beside;
      return /^(https?:.*?\/)(?:embed|figures)\/(?:[\w-]+\/?)?(?:[?#]|$)/.exec(href)?.[1] ?? (beside && href.startsWith(beside) ? beside : undefined);
    }

    show() {
      const id = this.getAttribute("figure");
      const site = this.site();
      // What has not come yet may still come.
      if (!id || (!site && document.readyState === "loading")) return;
      const warn = (what) => this.warned === what || console.warn(`csto-figure: ${(this.warned = what)}`);
      if (!figures.has(id)) warn(`there is no figure "${id}", only ${[...figures.keys()].join(", ")}.`);
      else if (!site) warn(`the site of "${id}" is not known; put a link to the figure's own page into the element.`);
      else return this.frameOf(id, site);
      // The link is shown again.
      if (this.shadowRoot) this.shadowRoot.replaceChildren(document.createElement("slot"));
      this.frame = undefined;
    }

    frameOf(id, site) {
      const [title, narrow, wide] = figures.get(id);
      const address = new URL(`embed/${id}/?v=1`, site);
      for (const { name, value } of this.attributes) if (!own.test(name)) address.searchParams.set(name, value);
      const state = address.href;
      if (this.frame) {
        this.frame.title = this.title || title;
        if (state === this.state) return this.follow();
      }
      this.state = state;
      address.searchParams.set("theme", this.theme());
      const frame = document.createElement("iframe");
      frame.title = this.title || title;
      frame.loading = "lazy";
      frame.allow = "clipboard-write; web-share";
      // A page that isolates itself would refuse a frame whose host does not say that it may be shown there.
      frame.credentialless = window.crossOriginIsolated;
      const height = this.frame?.style.height || `${this.clientWidth < 540 ? narrow : wide}px`;
      Object.assign(frame.style, { border: 0, display: "block", width: "100%", height });
      frame.src = address;
      // The theme may have changed before a frame that waited for its turn was there to hear of it.
      frame.addEventListener("load", () => this.follow());
      // In a tree of its own, where the page's styles for frames do not hold; the link stays in the element, and is not shown.
      this.box().replaceChildren((this.frame = frame));
    }

    box() {
      if (this.shadowRoot) return this.shadowRoot;
      const box = this.attachShadow({ mode: "open" });
      if (box.adoptedStyleSheets) {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(STYLE);
        box.adoptedStyleSheets = [sheet];
      } else this.style.display = "block";
      return box;
    }

    grow({ data, source }) {
      const height = this.frame && source === this.frame.contentWindow && data?.["datawrapper-height"]?.[this.getAttribute("figure")];
      if (height > 0 && height < 1e5) this.frame.style.height = `${height}px`;
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
