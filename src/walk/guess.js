// The guess on the cover: the line follows the reader, and of the built answers the one shows that fits. An address with
// `guess=42` shows that guess with its answer; in the embed, one with `guess` shows the game in place of its figure.
{
  const game = document.currentScript.previousElementSibling;
  const all = (selector) => [...game.querySelectorAll(selector)];
  // In the order in which they stand.
  const [readout, soldiers, range, ask, details, again] = all(".readout, .soldiers, input, button, details");
  const [shown, ...replies] = all(".reply");
  const guess = new URLSearchParams(location.search).get("guess");
  const isGuess = /^(\d\d?|100)$/.test(guess);

  range.oninput = () => {
    const share = range.value;
    const dots = (share * range.dataset.total) / 100;
    game.style.setProperty("--guess", share + "%");
    for (const slot of all(".guessed")) slot.textContent = share;
    soldiers.textContent = dots.toLocaleString(document.documentElement.lang);
    range.ariaValueText = readout.textContent;
    // Column by column, as the field is built.
    for (const path of all(".said")) {
      const rows = path.ownerSVGElement.viewBox.baseVal.height;
      const rest = dots % rows;
      path.setAttribute("d", "M.5.5" + `v${rows - 0.5}m1-${rows - 0.5}`.repeat(dots / rows) + (rest ? `v${rest - 0.5}` : ""));
    }
  };

  // The last scene, which comes after this script, tells the guess again.
  const recall = () => {
    const figure = document.querySelector(".recall");
    if (!figure) return;
    const { state } = game.dataset;
    figure.hidden = !/=\d/.test(state);
    figure.dataset.state = state;
    figure.querySelector(".guessed").textContent = range.value;
    figure.style.setProperty("--guess", range.value + "%");
  };
  document.addEventListener("DOMContentLoaded", recall);

  // Shows a reply, or asks again where there is none.
  const turn = (event, reply, share = "") => {
    for (const other of all(".reply")) other.hidden = other !== (reply || shown);
    details.open = reply;
    game.classList.toggle("is-answered", !!reply);
    game.dataset.state = "guess=" + share;
    recall();
    if (reply) game.mark ||= performance.mark("scene:cover");
    if (event) {
      (reply || range).focus({ preventScroll: true });
      try {
        const url = new URL(location);
        if (share || url.search.includes("guess")) url.searchParams.set("guess", share);
        history.replaceState(null, "", url);
      } catch {
        // A frame may not change its address, and the answer does not need it.
      }
    }
  };
  ask.onclick = (event) => turn(event, replies.find(({ dataset }) => +range.value <= dataset.most), range.value);
  again.onclick = turn;
  details.ontoggle = (event) => details.open && !shown.hidden && turn(event, shown);

  if (isGuess) range.value = guess;
  else if (guess) game.querySelector(".fig-alert").hidden = false;
  range.oninput();
  game.classList.add("is-live");
  if (guess !== null) document.body.classList.add("is-game");
  (isGuess ? ask : again).onclick();
}
