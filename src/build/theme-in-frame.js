// Shows an embed light or dark as its address says, or the page around it by message. Inline and classic, so that it runs in
// a sandbox and without WebAssembly, and before anything is painted.
{
  const BY_SYSTEM = "(prefers-color-scheme: dark)";
  const rules = Array.from(document.styleSheets, (sheet) => Array.from(sheet.cssRules)).flat();
  const dark = rules.find((rule) => rule.media && rule.media.mediaText === BY_SYSTEM);
  // When the dark colours hold.
  const themes = new Map([["light", "not all"], ["dark", "screen"], ["auto", BY_SYSTEM]]);
  const show = (theme) => {
    if (!dark || !themes.has(theme)) return;
    dark.media.mediaText = themes.get(theme);
    const { style } = document.documentElement;
    style.colorScheme = theme === "auto" ? "" : theme;
    // Where a browser darkens pages by itself, what has been chosen stays. One that knows no "only" leaves the value above.
    if (theme !== "auto") style.colorScheme = `only ${theme}`;
    // The drawings read their colours when the window changes.
    dispatchEvent(new Event("resize"));
  };
  show(new URLSearchParams(location.search).get("theme"));
  if (parent !== window) {
    addEventListener("message", ({ data, source }) => {
      if (source === parent && data && typeof data !== "string") show(data["csto-theme"]);
    });
  }
}
