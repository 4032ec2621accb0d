// Marks in the list of chapters the one that is being read.
if ("IntersectionObserver" in window) {
  const links = new Map();
  document.querySelectorAll(".contents a").forEach((link) => links.set(link.hash.slice(1), link));
  const reading = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        links.forEach((link) => link.removeAttribute("aria-current"));
        links.get(target.id).setAttribute("aria-current", "true");
      }
    },
    // A line across the view at a quarter of its height.
    { rootMargin: "-25% 0px -74% 0px" },
  );
  links.forEach((_, id) => {
    const chapter = document.getElementById(id);
    if (chapter) reading.observe(chapter);
  });
}
