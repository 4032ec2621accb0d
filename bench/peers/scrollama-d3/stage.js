import { cross, extent, max, range } from "d3-array";
import { axisBottom } from "d3-axis";
import { easeCubicInOut } from "d3-ease";
import { interpolateRgb } from "d3-interpolate";
import { scaleBand, scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import { timer } from "d3-timer";
import "d3-transition";
import { colours, fit } from "./canvas.js";

/** What is missing in a dot's middle: from where to where, in radians. */
const HOLES = { sender: [0, 0], essay: [-Math.PI / 2, Math.PI / 2], remainder: [0, 2 * Math.PI] };

/** The sticky chart of the scene: dots on a canvas, bars and labels in SVG over it. Returns what shows the state of a step. */
export const stage = ({ total, totals, senders }) => {
  const { russia, ally, neutral } = colours();
  const chart = select("#chart");
  const canvas = chart.select("canvas").node();
  const svg = chart.select("svg");
  const axis = svg.append("g");
  const duration = matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 700;
  const share = ({ soldiers }) => (100 * soldiers) / total;
  const rate = ({ soldiers, population }) => (1e6 * soldiers) / population;

  // Every total with every count of each sender; what is left is the first sender's.
  const sets = senders.slice(1).reduce((sets, { counts }) => cross(sets, counts, (set, count) => [...set, count]), totals.map((all) => [all]));
  const shares = sets.map(([all, ...counts]) => [counts.reduce((left, count) => left - count, all), ...counts].map((count) => (100 * count) / all));
  senders.forEach((sender, i) => {
    sender.colour = interpolateRgb(neutral, i ? ally : russia);
    sender.hole = HOLES[sender.known];
    sender.range = extent(shares, (set) => set[i]);
  });
  const dots = senders.flatMap((sender) => range(sender.soldiers).map((n) => ({ sender, n, x: 0, y: 0 })));

  let width, height, context, running;
  const looks = { radius: 1, tint: 0, hole: 0, alpha: 1 };

  /** All dots in one block. */
  const together = () => {
    const columns = Math.ceil(Math.sqrt((total * width) / height));
    const pitch = Math.min(width / columns, height / Math.ceil(total / columns));
    return { pitch, place: (_, i) => [(i % columns) * pitch, Math.floor(i / columns) * pitch], labels: [] };
  };

  /** A block for each sender, one below another, as large as fits. */
  const blocks = () => {
    const line = 26;
    const tall = (columns) => senders.reduce((sum, { soldiers }) => sum + Math.ceil(soldiers / columns), 0) * (width / columns) + senders.length * line;
    const columns = range(20, 400).find((columns) => tall(columns) <= height) ?? 400;
    const pitch = width / columns;
    let y = 0;
    const labels = senders.map((sender) => {
      const top = y + line;
      y = top + Math.ceil(sender.soldiers / columns) * pitch;
      return { sender, x: 0, y: top - 8, anchor: "start", top, text: sender.soldiers.toLocaleString("en") };
    });
    const tops = new Map(labels.map(({ sender, top }) => [sender, top]));
    return { pitch, place: ({ sender, n }) => [(n % columns) * pitch, tops.get(sender) + Math.floor(n / columns) * pitch], labels };
  };

  /** A bar for each sender, by `value`, filled with its dots. */
  const bars = ({ value, unit, most, isSorted, hasRanges }) => {
    const order = isSorted ? [...senders].sort((a, b) => value(b) - value(a)) : senders;
    const [left, right] = width < 500 ? [84, 48] : [108, 24];
    const x = scaleLinear([0, most ?? max(senders, value)], [left, width - right]).nice();
    const y = scaleBand(order.map(({ name }) => name), [0, height - 36]).padding(0.35);
    const tall = y.bandwidth();
    // As many rows as make a dot's place a square where the whole width stands for all dots.
    const rows = Math.max(1, Math.round(Math.sqrt((total * tall) / (width - right - left))));
    const pitch = tall / rows;
    const place = ({ sender, n }) => [left + (Math.floor(n / rows) * (x(value(sender)) - left)) / Math.ceil(sender.soldiers / rows), y(sender.name) + (n % rows) * pitch];
    const labels = order.map((sender) => {
      const [from, to] = sender.range.map(Math.round);
      const text = `${Math.round(value(sender))}${unit}${hasRanges && from < to ? ` (${from} to ${to})` : ""}`;
      const end = x(Math.max(value(sender), hasRanges ? sender.range[1] : 0)) + 8;
      return { sender, x: left - 8, y: y(sender.name) + tall / 2 + 5, anchor: "end", text, end, bar: [left, y(sender.name), x(value(sender)) - left, tall], range: hasRanges ? sender.range.map(x) : null };
    });
    return { pitch, place, labels, x, unit, half: most ? x(most / 2) : null };
  };

  const steps = [
    { layout: together, tint: 0, hole: 0, alpha: 1 },
    { layout: blocks, tint: 1, hole: 0, alpha: 1 },
    { layout: blocks, tint: 1, hole: 1, alpha: 1 },
    { layout: bars, value: share, unit: " %", most: 100, tint: 1, hole: 1, alpha: 1 },
    { layout: bars, value: rate, unit: "", isSorted: true, tint: 1, hole: 1, alpha: 0 },
    { layout: bars, value: share, unit: " %", most: 100, hasRanges: true, tint: 1, hole: 1, alpha: 1 },
  ];

  const draw = () => {
    const { radius, tint, hole, alpha } = looks;
    context.clearRect(0, 0, width, height);
    context.globalAlpha = alpha;
    let i = 0;
    for (const sender of senders) {
      context.fillStyle = sender.colour(tint);
      for (const end = i + sender.soldiers; i < end; i++) {
        const { x, y } = dots[i];
        // A path for each: one with all holes takes 20 times as long to fill.
        context.beginPath();
        context.moveTo(x + 2 * radius, y + radius);
        context.arc(x + radius, y + radius, radius, 0, 2 * Math.PI);
        if (hole && sender.hole[1]) {
          context.closePath();
          context.moveTo(x + radius, y + radius);
          context.arc(x + radius, y + radius, radius * 0.6 * hole, sender.hole[1], sender.hole[0], true);
          context.closePath();
        }
        context.fill();
      }
    }
  };

  /** Bars, ranges, labels and axis. */
  const annotate = ({ labels, x, half, unit }, { alpha }, ms) => {
    const key = ({ sender }) => sender.name;
    const moved = (selection) => selection.transition().duration(ms).ease(easeCubicInOut);
    const barred = labels.filter(({ bar }) => bar);
    const bar = svg.selectAll(".bar").data(barred, key).join((enter) => enter.insert("rect", "g").attr("class", "bar").attr("x", ({ bar }) => bar[0]).attr("y", ({ bar }) => bar[1]).attr("height", ({ bar }) => bar[3]));
    moved(bar)
      .attr("x", ({ bar }) => bar[0])
      .attr("y", ({ bar }) => bar[1])
      .attr("width", ({ bar }) => bar[2])
      .attr("height", ({ bar }) => bar[3])
      .attr("stroke", ({ sender }) => sender.colour(1))
      .attr("fill", ({ sender }) => sender.colour(1))
      .attr("fill-opacity", alpha ? 0 : 1);
    const name = svg.selectAll(".name").data(labels, key).join("text").attr("class", "name").text(key).attr("text-anchor", ({ anchor }) => anchor);
    moved(name).attr("x", (label) => label.x).attr("y", (label) => label.y);
    const text = svg.selectAll(".value").data(labels, key).join("text").attr("class", "value").text(({ text }) => text);
    moved(text).attr("x", ({ end }) => end ?? 108).attr("y", (label) => label.y);
    const ranged = labels.filter(({ range }) => range && range[0] < range[1]);
    svg
      .selectAll(".range")
      .data(ranged, key)
      .join("path")
      .attr("class", "range")
      .attr("stroke", "currentColor")
      .attr("stroke-width", 2.5)
      .attr("d", ({ range: [from, to], bar: [, y, , tall] }) => `M${from},${y + tall / 2}H${to}m0,-6v12M${from},${y + tall / 2 - 6}v12`);
    svg.selectAll(".half").data(half ? [half] : []).join("path").attr("class", "half").attr("stroke", "currentColor").attr("d", `M${half},0V${height - 30}`);
    axis.attr("transform", `translate(0,${height - 30})`).attr("font-size", 14).attr("opacity", x ? 1 : 0);
    if (x) moved(axis).call(axisBottom(x).ticks(width < 500 ? 2 : 5).tickFormat((tick) => tick + unit)).attr("font-size", 14).attr("font-family", "inherit");
  };

  let current = 0;
  const show = (index, ms = duration) => {
    current = index;
    const step = steps[index];
    const layout = step.layout(step);
    const from = { ...looks };
    const to = { radius: layout.pitch * 0.4, tint: step.tint, hole: step.hole, alpha: step.alpha };
    dots.forEach((dot, i) => {
      [dot.fromX, dot.fromY] = [dot.x, dot.y];
      [dot.toX, dot.toY] = layout.place(dot, i);
    });
    annotate(layout, step, ms);
    const frame = (elapsed) => {
      const t = ms ? easeCubicInOut(Math.min(1, elapsed / ms)) : 1;
      const between = (a, b) => a + (b - a) * t;
      for (const look in looks) looks[look] = between(from[look], to[look]);
      for (const dot of dots) {
        dot.x = between(dot.fromX, dot.toX);
        dot.y = between(dot.fromY, dot.toY);
      }
      draw();
      if (t === 1) running?.stop();
    };
    running?.stop();
    if (ms) running = timer(frame);
    else frame(0);
  };

  const resize = () => {
    ({ context, width, height } = fit(canvas));
    show(current, 0);
  };
  resize();
  // Its height changes too where a title takes another line.
  new ResizeObserver(() => (canvas.clientWidth === width && canvas.clientHeight === height) || resize()).observe(canvas);
  return show;
};
