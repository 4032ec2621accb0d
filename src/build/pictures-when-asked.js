// The program that saves pictures of a figure comes when one is first asked for.
{
  let coming;
  const ask = ({ target }) => {
    const pressed = target.closest?.("[data-figure=FIGURE] [data-download]");
    if (!pressed) return;
    const fault = pressed.closest("figure").querySelector("[data-part=no-picture]");
    fault.hidden = true;
    coming ??= Promise.all([import("SCRIPT"), fetch("WASM")]).then(([program, wasm]) => program.default({ module_or_path: wasm }));
    coming.then(
      () => {
        removeEventListener("click", ask);
        pressed.click();
      },
      (reason) => {
        coming = undefined;
        fault.hidden = false;
        console.warn("No picture can be saved:", reason);
      },
    );
  };
  addEventListener("click", ask);
}
