// Level (b) of the walk, see mod.rs: says which step is active, and follows the buttons and the keyboard. It stands in the
// head, for a page that is opened at a step would shift if its layout changed after it has been scrolled there.
const walkPage = document.documentElement;
if (!new URLSearchParams(location.search).has("plain")) walkPage.classList.add("stepped");

const cardsOf = (walk) => [...walk.querySelectorAll(".card")];
const topOf = (element) => element.getBoundingClientRect().top;
const land = (card, behavior) => card.scrollIntoView({ behavior });

// The card that is being read: the active one of the scene that the line crosses.
let reading;
let frame = 0;
let settling = 0;
let [width, height] = [innerWidth, innerHeight];
// The step that the view scrolls to: while it does, the next press counts from there.
let aim = { until: 0 };
const isOnTheWay = () => performance.now() < aim.until;

const setStep = (walk, cards, step) => {
  walk.dataset.step = step;
  const count = walk.querySelector("[data-count]");
  if (!count) return;
  count.textContent = count.dataset.count.replace("{step}", step);
  walk.querySelectorAll("[data-by]").forEach((button) => {
    const next = step + +button.dataset.by;
    button.setAttribute("aria-disabled", next < 1 || next > cards.length);
  });
};

const update = () => {
  frame = 0;
  // WebKit can tell of the scrolling that a new size causes before it tells of the size.
  if (settling || resized()) return;
  reading = null;
  for (const walk of document.querySelectorAll(".walk")) {
    const cards = cardsOf(walk);
    // The style sheet says where the lines are, for they differ between the two layouts.
    const style = getComputedStyle(walk);
    const [line, clear] = ["--line", "--clear"].map((name) => parseFloat(style.getPropertyValue(name)));
    const tops = cards.map(topOf);
    const step = stepAt(tops, line);
    const { top, bottom } = walk.getBoundingClientRect();
    if (top < line && bottom > line) reading = cards[step - 1];
    if (walk.dataset.step != step) setStep(walk, cards, step);
    // Over the stage, a card that has been read would cover the drawing when the next one rests, so it goes then.
    const resting = stepAt(tops, clear);
    cards.forEach((card, at) => card.classList.toggle("is-past", at + 1 < resting));
  }
};
const soon = () => {
  frame ||= requestAnimationFrame(update);
};
addEventListener("scroll", soon, { passive: true });
addEventListener("load", soon);
// What opens above a card moves it, where the browser does not hold the place.
addEventListener("toggle", soon, true);
document.addEventListener("DOMContentLoaded", soon);

// A view of another size keeps its step, also where the browser loses the place. An address bar that comes and goes
// changes the height alone and by little, and all heights here are those of the smallest view: nothing to do.
const resized = () => {
  if (innerWidth === width && Math.abs(innerHeight - height) < 120) return false;
  [width, height] = [innerWidth, innerHeight];
  // A window can change in several steps, so the last of them counts. In the first frame after it the browser lays out
  // and scrolls as it sees fit.
  cancelAnimationFrame(settling);
  settling = requestAnimationFrame(() => {
    settling = requestAnimationFrame(() => {
      settling = 0;
      // On the way to a step that is where the reader will be.
      const card = isOnTheWay() ? aim.card : reading;
      update();
      if (!card || (reading === card && card.getBoundingClientRect().bottom > 0)) return;
      land(card, "instant");
      // At once, for the next change of size may come before the next frame, and would keep the wrong card.
      update();
    });
  });
  return true;
};
addEventListener("resize", resized);

// The keyboard's focus can come into a card that is out of place: the card comes first, then what is focused in it.
addEventListener("focusin", ({ target }) => {
  const card = target.closest(".card");
  if (!card || !target.matches(":focus-visible")) return;
  land(card, "instant");
  target.scrollIntoView({ block: "nearest" });
});

addEventListener("click", ({ target }) => {
  const button = target.closest("[data-by]");
  if (!button) return;
  const walk = button.closest(".walk");
  const cards = cardsOf(walk);
  const from = aim.walk === walk && isOnTheWay() ? aim.step : +walk.dataset.step;
  const step = Math.min(Math.max(from + +button.dataset.by, 1), cards.length);
  const card = cards[step - 1];
  aim = { walk, step, card, until: performance.now() + 1000 };
  land(card, matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth");
  try {
    history.replaceState(history.state, "", "#" + card.id);
  } catch {
    // A frame may not change its address, and the walk does not need it.
  }
  const [count, picture] = [walk.querySelector("[data-count]"), card.parentNode.querySelector(".picture")];
  walk.querySelector("[role=status]").textContent = count.dataset.count.replace("{step}", step) + ". " + picture.ariaLabel;
});
