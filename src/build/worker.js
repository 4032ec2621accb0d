// Keeps the site for reading without network: whole, in one version, and only what its build wrote.
const VERSION = "@VERSION@";
// Each file's path, a folder's being that of its page, with a hash of its content. The first are what a reader of the
// page has; the second, the figures' own pages, come when there is time.
const FIRST = new Map(@FIRST@);
const LATER = new Map(@LATER@);

const ROOT = new URL("./", location).href;
// Other sites of the same host have caches too; no address has a space in it.
const OURS = ROOT + " ";
const NAME = OURS + VERSION;

const hashOf = async (bytes) => {
  const start = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, 8);
  return Array.from(start, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

// The same answer, if its content is that of this version.
const sound = async (answer, path) => {
  const bytes = await answer.arrayBuffer();
  const isOurs = (await hashOf(bytes)) === (FIRST.get(path) ?? LATER.get(path));
  return isOurs ? new Response(bytes, { headers: answer.headers }) : null;
};

// Fetches a file of this version and keeps it. A host that has another version by now makes this fail.
const bring = async (cache, path) => {
  const answer = await sound(await fetch(ROOT + path, { cache: "no-cache" }), path);
  if (!answer) throw new Error(path + " is not that of version " + VERSION);
  await cache.put(ROOT + path, answer.clone());
  return answer;
};

// One after the other, so that a reader's own requests go first.
const keep = async (files) => {
  const cache = await caches.open(NAME);
  for (const path of files.keys()) {
    if (!(await cache.match(ROOT + path, { ignoreVary: true }))) await bring(cache, path);
  }
};

let begun = 0;

// Whether a newer version waits, and no other tab shows this one; or has begun, and done away with what this one kept.
const newerComes = async () =>
  registration.waiting ? (await clients.matchAll({ type: "window" })).length < 2 : begun > 0 && !(await caches.has(NAME));

const answerFor = async ({ request }, path) => {
  // The browser asks again until the newer version answers. That is told to begin the second time, for a page that is
  // about to be left would hear of it and load itself again.
  if (request.mode === "navigate" && begun < 9 && (await newerComes())) {
    if (begun) registration.waiting?.postMessage("begin");
    begun += 1;
    return new Response(null, { headers: { Refresh: "0" } });
  }
  const cache = await caches.open(NAME);
  const kept = await cache.match(ROOT + path, { ignoreVary: true });
  const good = kept && (await sound(kept, path));
  if (good) return good;
  // What is damaged is replaced. Where that is not to be had, a whole page may be another version's, a part of one not.
  return bring(cache, path).catch((fault) => (request.mode === "navigate" ? fetch(request) : Promise.reject(fault)));
};

addEventListener("install", (event) => event.waitUntil(keep(FIRST)));

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(OURS) && name !== NAME;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

addEventListener("message", (event) => {
  if (event.data === "begin") skipWaiting();
  // Without network for now: the next visit tries again.
  if (event.data === "rest") event.waitUntil(keep(LATER).catch(() => {}));
});

addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const address = origin + pathname;
  if (event.request.method !== "GET" || !address.startsWith(ROOT)) return;
  const path = address.slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1");
  if (FIRST.has(path) || LATER.has(path)) event.respondWith(answerFor(event, path));
});
