// Starts the program of a page's only figure: the files come and compile while the page is still being read.
{
  const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  Promise.all([import("SCRIPT"), WebAssembly.compileStreaming(fetch("WASM")), parsed])
    .then(([program, wasm]) => program.default({ module_or_path: wasm }))
    .catch((fault) => console.warn("The figure stays as it was built:", fault));
}
