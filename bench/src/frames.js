// Takes the dots from one step to another, of the figure or, where steps are cards, of the walk, and reports of each frame on the way how long its work took and when it came.
const [from, to, height, done] = arguments;
const choose = (step) => {
  const card = document.getElementById(step);
  if (card) card.scrollIntoView({ behavior: "instant" });
  else document.querySelector(`input[value="${step}"]`).click();
};
const box = document.querySelector("[data-part=dots]");
if (height) box.style.blockSize = `${height}px`;
box?.scrollIntoView();
choose(from);
const work = [];
const times = [];
const { port1, port2 } = new MessageChannel();
let began;
// A message that is sent within a frame arrives when its work is done.
port1.onmessage = () => work.push(performance.now() - began);
const frame = (time) => {
  began = performance.now();
  port2.postMessage(null);
  times.push(time);
  // The way takes 700 ms, and the frame after it shows the rest.
  if (time - times[0] < 720) requestAnimationFrame(frame);
  else setTimeout(() => done({ work: work.slice(1), gaps: times.slice(1).map((time, i) => time - times[i]) }), 200);
};
setTimeout(() => {
  // Asked for before the figure asks, so that it begins the frame.
  requestAnimationFrame(frame);
  choose(to);
}, 1500);
