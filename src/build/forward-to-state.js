// Leads to the figure in the state that the link of this document names. The address keeps what else it says: its theme, what pages
// around a frame write into it, and its fragment, in which WordPress has its secret. Inline and classic, so that it runs in a sandbox.
{
  const to = new URL(document.querySelector("[data-part=state]").href);
  for (const [key, value] of new URLSearchParams(location.search)) if (!to.searchParams.has(key)) to.searchParams.append(key, value);
  to.hash = location.hash;
  location.replace(to);
}
