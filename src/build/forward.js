// Leads addresses of older editions to where their text stands now: facts, sources and articles to their pages, and a figure
// in a state to the step that shows that state, or to the figure's own page. ROOT leads to the site's root; STEPS has the step
// of each state, and FIGURES the figures that are not on this page.
{
  // A map, because every object has a `constructor` and the like.
  const steps = new Map(Object.entries(STEPS));
  const figures = FIGURES;
  const forward = () => {
    const { hash, search } = location;
    const id = hash.slice(1);
    const step = steps.get(id + search);
    const isState = /[?&]v=/.test(search);
    if (/^(fact|source)-/.test(id)) location.replace(`ROOTsources/${hash}`);
    else if (/^article-(\d|aggression|4-and-5)$/.test(id)) location.replace(`ROOTtreaty/${hash}`);
    else if (step) location.replace(`#${step}`);
    else if (isState && figures.includes(id)) location.replace(`ROOTfigures/${id}/${search}`);
  };
  addEventListener("hashchange", forward);
  forward();
}
