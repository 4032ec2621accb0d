// Starts the program of the figures once, when the first of them, or a stage on which it draws, comes within a screen of the
// view.
{
  let coming;
  // All at once: the WebAssembly need not wait for the module that receives it.
  const come = () => (coming ??= Promise.all([import("SCRIPT"), fetch("WASM"), fetch("DATA").then((answer) => answer.json())]));
  // A link into the text leads to a figure or close to one: the files come while the page is still being read. What goes
  // wrong is reported by the start.
  if (location.hash) come().catch(() => {});
  const start = () =>
    come()
      .then(([program, wasm, data]) => {
        for (const [id, text] of Object.entries(data)) {
          const block = Object.assign(document.createElement("script"), { type: "text/plain", textContent: text });
          block.dataset.part = "data";
          document.getElementById(id)?.append(block);
        }
        return program.default({ module_or_path: wasm });
      })
      .catch((fault) => console.warn("The figures stay as they were built:", fault));
  const watch = () => {
    const figures = document.querySelectorAll("[data-figure], [data-stage]");
    if (!("IntersectionObserver" in window)) return figures.length > 0 && start();
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        near.disconnect();
        start();
      },
      { rootMargin: "100%" },
    );
    figures.forEach((figure) => near.observe(figure));
  };
  document.addEventListener("DOMContentLoaded", watch, { once: true });
}
