// Starts the program, which stands in the page as letters: each is 32 above the byte that it stands for, and 256 more where
// that is no letter of ASCII.
{
  const letters = document.getElementById("program").textContent;
  const code = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) code[i] = letters.charCodeAt(i) - 32;
  @START@({ module_or_path: code }).catch((fault) => console.warn("The figures stay as they were built:", fault));
}
