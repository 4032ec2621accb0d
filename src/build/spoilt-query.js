// Reads addresses as they arrive from systems that spoil them: with `&amp;` where `&` was, or with keys that begin with a capital
// letter. Before anything else reads the address. Where a frame denies its history, the address stays as it is.
{
  const { search, hash } = location;
  const mended = search.replace(/&(?:amp;)+/gi, "&").replace(/([?&])([A-Z][\w-]*)(?==)/g, (_, before, key) => before + key.toLowerCase());
  if (mended !== search) {
    try {
      history.replaceState(history.state, "", mended + hash);
    } catch {}
  }
}
