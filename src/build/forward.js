// A fact and a source stand on the page of sources: an address that names one on this page leads there.
{
  const forward = () => /^#(fact|source)-/.test(location.hash) && location.replace(`SOURCES${location.hash}`);
  addEventListener("hashchange", forward);
  forward();
}
