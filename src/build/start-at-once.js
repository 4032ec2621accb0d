// Starts a program at once: for a figure on a page of its own that has no program inside, because the figure is what the reader
// came for.
addEventListener("DOMContentLoaded", () =>
  import("SCRIPT")
    .then((program) => program.default({ module_or_path: "WASM" }))
    .catch((fault) => console.warn("The figure stays as it was built:", fault)),
);
