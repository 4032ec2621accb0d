// In the place of sw.js: removes the worker that readers have, and all that it kept. Their next visit is as without it.
const OURS = new URL("./", location).href + " ";

addEventListener("install", () => skipWaiting());

addEventListener("activate", (event) => {
  const clear = caches.keys().then((names) => Promise.all(names.filter((n) => n.startsWith(OURS)).map((n) => caches.delete(n))));
  event.waitUntil(clear.then(() => registration.unregister()));
});

// The page sets a worker up at each visit, and Chromium then brings one back that was about to go.
addEventListener("message", () => registration.unregister());
