// Marks in the list of chapters the one that is being read, and says which it is where the list is folded away.
if ("IntersectionObserver" in window) {
  const [place, list] = document.querySelectorAll(".contents > *");
  const links = new Map(Array.from(list.querySelectorAll("a"), (link) => [link.hash.slice(1), link]));
  const ids = [...links.keys()];
  const reading = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        links.forEach((link) => link.removeAttribute("aria-current"));
        links.get(target.id).setAttribute("aria-current", "true");
        place.textContent = place.dataset.place.replace("{now}", ids.indexOf(target.id) + 1);
      }
    },
    // A line across the view at a quarter of its height.
    { rootMargin: "-25% 0px -74% 0px" },
  );
  ids.forEach((id) => {
    const chapter = document.getElementById(id);
    if (chapter) reading.observe(chapter);
  });
  // Folded out over the text, the list has done its work when a chapter is chosen.
  list.addEventListener("click", () => list.hidePopover?.());
}
