// Starts the page's program for the figure of a page of its own that has no program inside, as while Trunk serves.
addEventListener("DOMContentLoaded", () =>
  import("SCRIPT")
    .then((program) => program.default({ module_or_path: "WASM" }))
    .catch((fault) => console.warn("The figure stays as it was built:", fault)),
);
