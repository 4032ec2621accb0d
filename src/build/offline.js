// Sets the worker up that keeps the site, when the page has loaded and rests; tells of a new version.
const WORDS = @WORDS@;
const STYLE = @STYLE@;

const resting = () => new Promise((rest) => (window.requestIdleCallback ? requestIdleCallback(rest) : setTimeout(rest, 2000)));

const setUp = async () => {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  // After the link that skips to the text, so that the keyboard comes there soon.
  document.body.firstElementChild.after(note);
  await resting();
  const registration = await serviceWorker.register(new URL("sw.js", import.meta.url));
  // The page is of the version that it came with: where another begins, the page begins again.
  if (serviceWorker.controller) serviceWorker.addEventListener("controllerchange", () => location.reload());
  const isNews = () => registration.waiting && serviceWorker.controller;
  if (isNews()) tell(registration);
  registration.addEventListener("updatefound", () => {
    registration.installing.addEventListener("statechange", () => isNews() && tell(registration));
  });
  const { active } = await serviceWorker.ready;
  await resting();
  if (!navigator.connection?.saveData) active.postMessage("rest");
};

// There from the start, so that a screen reader hears of what comes in.
const note = document.createElement("div");
note.className = "news";
note.setAttribute("role", "status");

const button = (text, onclick) => Object.assign(document.createElement("button"), { type: "button", textContent: text, onclick });

const tell = (registration) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets = [sheet];
  note.replaceChildren(
    WORDS.news,
    button(WORDS.reload, () => registration.waiting?.postMessage("begin")),
    button(WORDS.close, () => note.replaceChildren()),
  );
};

setUp().catch((fault) => console.warn("The page is not kept for reading without network:", fault));
