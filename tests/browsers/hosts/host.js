// What all host pages share. The page's own address says what it shows: `frame` an address of the site, `sandbox` what a
// sandbox allows, `height` how high it is at first, `times` how often it is shown, `dir` and `theme` of the page around it.
const asked = new URLSearchParams(location.search);
document.documentElement.dir = asked.get("dir") || "ltr";
document.documentElement.style.colorScheme = asked.get("theme") || "";
const shown = Array.from({ length: Number(asked.get("times") || 1) }, (_, at) => {
  const frame = document.createElement("iframe");
  frame.id = `frame-${at}`;
  frame.title = "A figure";
  frame.loading = "lazy";
  frame.width = "100%";
  frame.height = Number(asked.get("height") || 150);
  if (asked.has("sandbox")) frame.setAttribute("sandbox", asked.get("sandbox"));
  frame.src = asked.get("frame");
  return frame;
});
// The heights that the frames ask for, in the words of Datawrapper's listener.
window.heights = [];
addEventListener("message", ({ data }) => window.heights.push(...Object.values(data?.["datawrapper-height"] ?? {})));
const show = () => {
  const main = document.querySelector("main");
  main.hidden = asked.has("hidden");
  main.append(...shown);
};
