// Sends to the page around an embed how high the embed is, in the six ways that such pages understand. Inline and classic, so
// that it runs in a sandbox and without WebAssembly; after all that is shown, so that the first height sent is the right one.
// WordPress gives a frame a secret in its fragment and no more than 1,000 px, so there the figure is shown in its compact form. In a
// feed the frame has that secret, too, but nobody answers and it keeps the height of oEmbed, which is that of the whole figure.
if (parent !== window) {
  const figure = document.querySelector("figure").id;
  // Pages that know a frame by its address may have written that without its slash.
  const addresses = new Set([location.href, location.href.replace(/\/(?=$|[?#])/, "")]);
  const secret = /[?&]secret=([a-z\d]+)/i.exec(location.hash)?.[1];
  const folds = document.querySelectorAll("figure > details:not(.fig-more)");
  const makeCompact = (isCompact) => {
    document.body.classList.toggle("is-compact", isCompact);
    for (const fold of folds) fold.open = isCompact;
  };
  if (secret) makeCompact(true);
  const pym = new URLSearchParams(location.search).get("childId");
  let resizer = "";
  let sent = 0;
  const root = document.documentElement;
  const measure = () => Math.ceil(root.getBoundingClientRect().height);
  // A frame too low has a scrollbar, which takes width from the text until the frame fits.
  const measureWithoutBar = () => {
    root.style.overflow = "hidden";
    const height = measure();
    root.style.overflow = "";
    return height;
  };
  const send = () => {
    const height = root.clientWidth < innerWidth ? measureWithoutBar() : measure();
    // A frame that is not shown has no height or no width; its height is sent when it is shown.
    if (!height || !innerWidth || height === sent) return;
    sent = height;
    const say = (message) => parent.postMessage(message, "*");
    say({ "datawrapper-height": { [figure]: height } });
    say({ sentinel: "amp", type: "embed-size", height });
    for (const src of addresses) say(JSON.stringify({ src, context: "iframe.resize", height }));
    if (secret) say({ secret, message: "height", value: Math.min(Math.max(height, 200), 1000) });
    if (pym) say(`pymxPYMx${pym}xPYMxheightxPYMx${height}`);
    if (resizer) say(`[iFrameSizer]${resizer}:${height}:${innerWidth}:size`);
  };
  const tellAgain = () => {
    sent = 0;
    send();
  };
  const showWholeWhereItFits = () => {
    makeCompact(false);
    if (measure() > innerHeight) makeCompact(true);
    send();
  };
  addEventListener("message", ({ data, source }) => {
    if (source !== parent) return;
    if (secret && data?.message === "ready") {
      makeCompact(true);
      return tellAgain();
    }
    if (typeof data !== "string") return;
    // iframe-resizer begins with the frame's name, its margin and two switches.
    const [, name] = data.match(/^\[iFrameSizer\]([^:\s]{1,99}):\d*:(?:true|false):(?:true|false):/) || [];
    if (name) resizer = name;
    if (name || data === "[iFrameSizer]resize" || (pym && data.startsWith(`pymxPYMx${pym}xPYMxwidthxPYMx`))) tellAgain();
  });
  addEventListener("load", tellAgain);
  // WordPress has answered long before.
  if (secret) addEventListener("load", () => setTimeout(showWholeWhereItFits, 1500));
  // While a tab is hidden no observer reports.
  for (const event of ["DOMContentLoaded", "resize", "toggle", "change", "visibilitychange"]) addEventListener(event, send, true);
  if (window.ResizeObserver) new ResizeObserver(send).observe(root);
  if (document.fonts) document.fonts.ready.then(send);
  parent.postMessage("[iFrameResizerChild]Ready", "*");
}
