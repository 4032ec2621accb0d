// Starts the program of the figures, which stands in the page.
{
  const letters = atob(JSON.parse(document.getElementById("program").textContent));
  const code = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  @START@({ module_or_path: code }).catch((fault) => console.warn("The figures stay as they were built:", fault));
}
