// Asks for the typefaces when the figure lives, so that they take nothing of the line before; or, where it does not come to
// live, a while after the page has loaded.
{
  const rules = RULES;
  const ask = () => rules.splice(0).forEach((rule) => document.styleSheets[0].insertRule(rule));
  const isFigure = ({ name }) => name.startsWith("figure:");
  if (window.PerformanceObserver) {
    new PerformanceObserver((list) => list.getEntries().some(isFigure) && ask()).observe({ type: "mark", buffered: true });
  }
  addEventListener("load", () => setTimeout(ask, 3000));
}
