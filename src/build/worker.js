// Keeps the site for reading without network: whole, in one version, and only what its build wrote. It takes new versions
// in by itself: one worker for another hangs in Chromium when a request comes at that moment.
const ROOT = new URL("./", location).href;
// Other sites of the same host have caches too; no address has a space in it.
const OURS = ROOT + " ";
// Has the version that is shown as `now`, and one that is kept whole to be shown after it as `next`. A version is what
// `offline.json` says: its name; and each file's path, a folder's being that of its page, with a hash of its content.
// `first` is what a reader of the page has; `later`, the figures' own pages, comes when there is time.
const VERSIONS = OURS + "versions";

// A browser may refuse any cache, for want of space or of leave. What can't be read or is damaged is as good as none.
const readKept = async (cache, address) => {
  try {
    return await (await caches.open(cache)).match(address, { ignoreVary: true });
  } catch {}
};

const known = {};
const read = async (name) => (known[name] ??= await (await readKept(VERSIONS, ROOT + name))?.json().catch(() => undefined));
const write = async (name, version) => {
  const cache = await caches.open(VERSIONS);
  await (version ? cache.put(ROOT + name, new Response(JSON.stringify(version))) : cache.delete(ROOT + name));
  known[name] = version;
};

const hashIn = (version, path) => [...version.first, ...version.later].find(([of]) => of === path)?.[1];

const hashOf = async (bytes) => {
  const start = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes), 0, 8);
  return Array.from(start, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

// The same answer, if its content is that of the version.
const sound = async (answer, hash) => {
  const bytes = await answer.arrayBuffer();
  return (await hashOf(bytes)) === hash ? new Response(bytes, { headers: answer.headers }) : null;
};

const find = async (version, path, hash) => {
  const kept = await readKept(OURS + version.name, ROOT + path);
  return kept && sound(kept, hash);
};

// Fetches a file of the version. A host that has another version by now makes this fail.
const bring = async (path, hash) => {
  const answer = await sound(await fetch(ROOT + path, { cache: "no-cache" }), hash);
  if (!answer) throw new Error(path + " is of another version");
  return answer;
};

const put = async (version, path, answer) => (await caches.open(OURS + version.name)).put(ROOT + path, answer);

// One after the other, so that a reader's own requests go first.
const keep = async (version, files) => {
  for (const [path, hash] of files) {
    if (!(await find(version, path, hash))) await put(version, path, await bring(path, hash));
  }
};

// Asks the host for its version, and keeps that whole before it counts.
const look = async () => {
  const version = await (await fetch(ROOT + "offline.json", { cache: "no-cache" })).json();
  const now = await read("now");
  const isNews = version.name !== now?.name;
  if (isNews) await keep(version, version.first);
  await write(now ? "next" : "now", isNews ? version : undefined);
  const used = [VERSIONS, OURS + (await read("now")).name, OURS + (await read("next"))?.name];
  for (const name of await caches.keys()) if (name.startsWith(OURS) && !used.includes(name)) await caches.delete(name);
};

const windows = async () => (await clients.matchAll({ type: "window" })).filter(({ frameType }) => frameType !== "nested");

// Windows that may still show the version before, and the page that comes in place of one of them.
let left = [];
let coming;

// From now on the version that waited is shown.
const begin = async (next, page) => {
  [left, coming] = [await windows(), page];
  await write("now", next);
  await write("next");
};

// Sent when the page has come, for one that was about to be left would load itself again in its place.
const tellThoseLeft = async () => {
  const ids = left.splice(0).map(({ id }) => id);
  for (const id of ids) (await clients.get(id))?.postMessage("begun");
};

const answerFor = async ({ request, resultingClientId }, path) => {
  const isPage = request.mode === "navigate";
  const next = isPage && request.destination !== "iframe" && (await read("next"));
  // Where there is no room to note it, the version stays that was.
  if (next && (await windows()).length < 2) await begin(next, resultingClientId).catch(() => {});
  const now = await read("now");
  // Some hosts show a folder at its address without the slash.
  const file = [path, path + "/"].find((path) => now && hashIn(now, path));
  if (file === undefined) return fetch(request);
  const hash = hashIn(now, file);
  const kept = await find(now, file, hash);
  if (kept) return kept;
  try {
    const answer = await bring(file, hash);
    // What has come is given, whether there is room to keep it or not.
    await put(now, file, answer.clone()).catch(() => {});
    return answer;
  } catch (fault) {
    // What is damaged is replaced. Where that is not to be had, a whole page may be another version's, a part of one not.
    if (isPage) return fetch(request);
    throw fault;
  }
};

const answerTo = async ({ data, source }) => {
  const next = await read("next");
  if (data === "begin" && next) {
    await begin(next);
    await tellThoseLeft();
  }
  if (data === "look") {
    // Without network for now, or with half a version on the host: the next visit tries again.
    await look().catch(() => {});
    if (await read("next")) source.postMessage("news");
  }
  const now = await read("now");
  if (data === "rest" && now) await keep(now, now.later).catch(() => {});
};

addEventListener("install", (event) => {
  event.waitUntil(read("now").then((now) => now ?? look()));
});

addEventListener("message", (event) => event.waitUntil(answerTo(event)));

addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  const address = origin + pathname;
  if (event.request.method !== "GET" || !address.startsWith(ROOT)) return;
  if (event.clientId && event.clientId === coming) event.waitUntil(tellThoseLeft());
  event.respondWith(answerFor(event, address.slice(ROOT.length).replace(/(^|\/)index\.html$/, "$1")));
});
