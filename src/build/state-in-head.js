// What the head says of the document's address follows the state of its figures: a browser's own button to share hands out the
// canonical address. Nothing to do where the build did not know the site's address, and while a figure shows what it shows at first.
{
  const named = [
    ["link[rel=canonical]", "href"],
    ["meta[property='og:url']", "content"],
    ["link[type='application/json+oembed']", "href"],
  ]
    .map(([selector, name]) => [document.querySelector(selector), name])
    .filter(([element]) => element)
    .map(([element, name]) => [element, name, element[name]]);
  const isAsked = () => new URLSearchParams(location.search).has("v");
  const follow = ([{ target, oldValue }]) => {
    const { state } = target.dataset;
    if (!state || (oldValue === null && !isAsked())) return;
    const place = document.body.classList.contains("page") && !target.closest("[data-page]") ? `#${target.id}` : "";
    for (const [element, name, address] of named) element[name] = `${address}?${state}${name === "content" || element.rel === "canonical" ? place : ""}`;
  };
  const watch = () => {
    const changes = new MutationObserver(follow);
    for (const figure of document.querySelectorAll("figure[data-figure]")) {
      changes.observe(figure, { attributeFilter: ["data-state"], attributeOldValue: true });
    }
  };
  if (named.length) addEventListener("DOMContentLoaded", watch);
}
