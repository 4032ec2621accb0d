// Starts the program of a page's only figure: the files come and compile while the page is still being read.
{
  const parsed = new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  // A browser that lacks streaming, or WebAssembly, still gets the file: the program says then what it can do.
  const compiled = window.WebAssembly?.compileStreaming ? WebAssembly.compileStreaming(fetch("WASM")) : fetch("WASM");
  Promise.all([import("SCRIPT"), compiled, parsed])
    .then(([program, wasm]) => program.default({ module_or_path: wasm }))
    .catch((fault) => console.warn("The figure stays as it was built:", fault));
}
