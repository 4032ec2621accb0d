// A document of a folder lies at an address that ends in a slash, and links from there. Some hosts show it without the slash,
// so the address is mended before anything asks for a file. Inline and classic, before all other scripts.
{
  const { origin, pathname, search, hash } = location;
  // Only what a host serves has a path; a name such as `index.html` already stands in the folder.
  if (/^\/(.*\/)?(?!index$|[^/]*\.html?$)[^/]+$/.test(pathname)) {
    const address = `${origin}${pathname}/${search}${hash}`;
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A sandbox keeps its address. There the links are led from the folder, and those into the document stay in it.
      document.head.append(Object.assign(document.createElement("base"), { href: address }));
      addEventListener("click", (event) => {
        const href = event.target.closest?.("a")?.getAttribute("href");
        if (!href?.startsWith("#")) return;
        event.preventDefault();
        location.hash = href;
      });
    }
  }
}
