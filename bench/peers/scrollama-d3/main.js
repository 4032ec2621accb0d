import scrollama from "scrollama";
import { cover } from "./cover.js";
import { stage } from "./stage.js";

const data = JSON.parse(document.querySelector("#data").textContent);
cover(data);

const show = stage(data);
const title = document.querySelector("#state");
const cards = document.querySelectorAll(".step");
const enter = ({ index, element }) => {
  for (const card of cards) card.classList.toggle("is-active", card === element);
  title.textContent = element.dataset.title;
  show(index);
};
enter({ index: 0, element: cards[0] });
scrollama().setup({ step: ".step", offset: 0.65 }).onStepEnter(enter);
