// What the head says of the document's address follows the state of its figures, because a browser's own button to share hands out
// the canonical address. Nothing to do where the build did not know the site's address, and while a figure shows what it shows at first.
{
  const named = [["link[rel=canonical]", "href"], ["meta[property='og:url']", "content"], ["link[type='application/json+oembed']", "href"]];
  const watch = () => {
    const found = named.map(([selector, name]) => ({ element: document.querySelector(selector), name })).filter(({ element }) => element);
    for (const place of found) place.address = place.element[place.name];
    const follow = ([{ target, oldValue }]) => {
      const { state } = target.dataset;
      const isAsked = new URLSearchParams(location.search).has("v");
      if (!state || (oldValue === null && !isAsked)) return;
      // On the page a figure is one of several.
      const id = document.body.className === "page" && !target.closest("[data-page]") ? `#${target.id}` : "";
      for (const { element, name, address } of found) element[name] = `${address}?${state}${id}`;
    };
    const changes = new MutationObserver(follow);
    const options = { attributeFilter: ["data-state"], attributeOldValue: true };
    if (found.length) document.querySelectorAll("figure[data-figure]").forEach((figure) => changes.observe(figure, options));
  };
  addEventListener("DOMContentLoaded", watch);
}
