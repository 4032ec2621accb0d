// Runs before each measured document and keeps what the browser reports of it.
{
  const figure = "FIGURE";
  const cover = "COVER";
  const seen = { largest: 0, shift: 0, tasks: [], inputs: [] };
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
  watch("layout-shift", (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
  watch("longtask", (task) => seen.tasks.push(task));

  // From the key to the end of the next frame's work: a message that is sent within a frame arrives when that is done.
  const key = (event) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => seen.inputs.push(performance.now() - event.timeStamp);
      port2.postMessage(null);
    });
  addEventListener("keydown", key, { capture: true });

  const mark = () => performance.getEntriesByName(`figure:${figure}`)[0];
  const interactive = new Promise((done) => {
    if (!figure) return done();
    watch("mark", () => mark() && done());
  });
  // Of the frame in which the cover's script has run, as a class says; pages without the cover are not watched, which would take time.
  const alive = new Promise((done) => {
    if (!cover) return done();
    const watcher = new MutationObserver(() => {
      if (!document.querySelector(cover)) return;
      watcher.disconnect();
      requestAnimationFrame(() => done(performance.mark("cover")));
    });
    watcher.observe(document, { subtree: true, attributeFilter: ["class"] });
  });
  const loaded = new Promise((done) => addEventListener("load", done));

  window.__bench = {
    // Once the page has loaded, its figure or cover is interactive, and another second has passed.
    settled: Promise.all([interactive, alive, loaded]).then(() => new Promise((done) => setTimeout(done, 1000))),
    // Times in milliseconds from the start of the navigation, sizes in bytes.
    read() {
      const painted = performance.getEntriesByName("first-contentful-paint")[0].startTime;
      const start = mark()?.startTime;
      const files = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
      const size = (files) => files.reduce((sum, file) => sum + file.encodedBodySize, 0);
      const over = (task) => Math.max(0, task.duration - 50);
      const blocking = seen.tasks.filter((task) => task.startTime + task.duration > painted);
      return {
        first: [painted],
        largest: [seen.largest],
        interactive: start ? [start] : [],
        cover: performance.getEntriesByName("cover").map((mark) => mark.startTime),
        blocking: [blocking.reduce((sum, task) => sum + over(task), 0)],
        late: start ? [Math.max(0, ...seen.tasks.filter((task) => task.startTime > start).map((task) => task.duration))] : [],
        shift: [seen.shift],
        bytes: [size(files)],
        // The server says how much of a page is a program.
        code: [size(files.filter((file) => /\.(js|wasm)$/.test(file.name))) + (files[0].serverTiming[0]?.duration ?? 0)],
        input: seen.inputs,
        elements: [document.querySelectorAll("*").length],
      };
    },
  };
}
