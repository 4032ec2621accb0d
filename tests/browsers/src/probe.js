// Records what a reader's console would show and what the page asked for. Runs before anything else of the page.
{
  const record = { faults: [], warnings: [], resources: [] };
  Object.defineProperty(window, "__probe", { value: record });
  // The probe is not of the page's version: a worker would refuse to keep the page.
  delete Navigator.prototype.serviceWorker;
  const text = (value) => (value instanceof Error ? value.stack || String(value) : String(value));
  addEventListener("error", (event) => {
    const { target } = event;
    const file = target instanceof Element ? target.getAttribute("src") || target.getAttribute("href") : null;
    record.faults.push(file ? "did not load: " + file : "error: " + event.message);
  }, true);
  addEventListener("unhandledrejection", (event) => record.faults.push("unhandled: " + text(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => {
    record.faults.push("policy: " + event.effectiveDirective + " refused " + (event.blockedURI || "inline") + " " + event.sample);
  });
  for (const [name, list] of [["error", record.faults], ["warn", record.warnings]]) {
    const speak = console[name].bind(console);
    console[name] = (...words) => {
      list.push(words.map(text).join(" "));
      speak(...words);
    };
  }
  try {
    new PerformanceObserver((list) => record.resources.push(...list.getEntries().map((entry) => entry.name)))
      .observe({ type: "resource", buffered: true });
  } catch (fault) {
    record.warnings.push("no resource timing: " + text(fault));
  }
}
