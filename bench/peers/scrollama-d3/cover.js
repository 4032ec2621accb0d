import { range } from "d3-array";
import { scaleThreshold } from "d3-scale";
import { select } from "d3-selection";
import { colours, fit } from "./canvas.js";

/** The field of dots with the reader's guess, and the answer. */
export const cover = ({ total, low, high, essay, replies, show }) => {
  const game = select(".game");
  const guess = game.select("#guess").node();
  const canvas = game.select(".field canvas").node();
  const { russia, ally, mixed, neutral } = colours();
  const zones = scaleThreshold([low, high], [russia, mixed, ally]);
  const dots = range(total);
  let isAnswered = false;
  let drawing;

  const draw = () => {
    const { context, width, height } = drawing;
    const columns = width > 2 * height ? 100 : 66;
    const rows = Math.ceil(total / columns);
    const pitch = Math.min(width / columns, height / rows);
    const guessed = scaleThreshold([guess.valueAsNumber], [russia, neutral]);
    const colour = isAnswered ? zones : guessed;
    context.clearRect(0, 0, width, height);
    for (const dot of dots) {
      context.fillStyle = colour((100 * dot) / total);
      context.beginPath();
      context.arc((Math.floor(dot / rows) + 0.5) * pitch, ((dot % rows) + 0.5) * pitch, pitch * 0.38, 0, 2 * Math.PI);
      context.fill();
    }
  };

  const update = () => {
    const share = guess.valueAsNumber;
    const soldiers = Math.round((share * total) / 100).toLocaleString("en");
    const text = `${share} percent · ${soldiers} soldiers`;
    game.select("#readout").text(text).style("left", `clamp(6.5rem, ${share}%, 100% - 6.5rem)`);
    game.select(".line").style("left", `${share}%`);
    guess.ariaValueText = text;
    draw();
  };

  const turn = (reply) => {
    isAnswered = Boolean(reply);
    game.classed("is-answered", isAnswered);
    game.select("#reply").html(reply.replace("{guess}", guess.value));
    game.selectAll("#ask, #show").attr("hidden", isAnswered ? "" : null);
    game.selectAll("#again, .essay").attr("hidden", isAnswered ? null : "");
    game.select("#guess").attr("disabled", isAnswered ? "" : null);
    draw();
  };

  game.select(".essay").style("left", `${essay}%`).attr("data-text", `the essay: almost ${essay} percent`);
  game.select("#guess").on("input", update);
  game.select("#ask").on("click", () => turn(replies.find(([most]) => guess.valueAsNumber <= most)[1]));
  game.select("#show").on("click", () => turn(show));
  game.select("#again").on("click", () => turn(""));
  const resize = () => {
    drawing = fit(canvas);
    update();
  };
  resize();
  addEventListener("resize", resize);
  game.classed("is-live", true);
};
