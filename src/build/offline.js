// Sets the worker up that keeps the site, when the page has loaded and rests; announces a new version.
const WORDS = @WORDS@;
const STYLE = @STYLE@;

const resting = () => new Promise((rest) => (window.requestIdleCallback ? requestIdleCallback(rest) : setTimeout(rest, 2000)));

// `ready` would wait for ever where the host showed the page at its folder's address without the slash.
const activeOf = ({ active, installing, waiting }) =>
  active ??
  new Promise((done) => {
    const coming = installing ?? waiting;
    coming.addEventListener("statechange", () => coming.state === "activated" && done(coming));
  });

const setUp = async () => {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  // After the link that skips to the text, so that the keyboard comes there soon.
  document.body.firstElementChild.after(note);
  serviceWorker.addEventListener("message", ({ data, source }) => {
    if (data === "news" && serviceWorker.controller) announce(source);
    // The page is of the version that it came with: where another begins, the page begins again.
    if (data === "begun") location.reload();
  });
  await resting();
  const active = await activeOf(await serviceWorker.register(new URL("sw.js", import.meta.url)));
  active.postMessage("look");
  await resting();
  if (!navigator.connection?.saveData) active.postMessage("rest");
};

// There from the start, so that a screen reader hears of what comes in.
const note = document.createElement("div");
note.className = "news";
note.setAttribute("role", "status");

const button = (text, onclick) => Object.assign(document.createElement("button"), { type: "button", textContent: text, onclick });

const announce = (worker) => {
  if (document.adoptedStyleSheets) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  note.replaceChildren(
    WORDS.news,
    button(WORDS.reload, () => worker.postMessage("begin")),
    button(WORDS.close, () => note.replaceChildren()),
  );
};

setUp().catch((fault) => console.warn("The page is not kept for reading without network:", fault));
