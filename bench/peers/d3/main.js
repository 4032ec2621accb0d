import * as d3 from "d3";
import { markInteractive, bars, chart, follow, label } from "../deployment.js";

const width = chart.clientWidth;
const height = chart.clientHeight;
const x = d3.scaleLinear().range([100, width - 120]);
const y = d3.scaleBand(bars(0).map((d) => d.name), [0, height]).padding(0.25);
const svg = d3.select(chart).append("svg").attr("width", width).attr("height", height);
svg.append("g").attr("transform", "translate(100,0)").call(d3.axisLeft(y).tickSize(0));

follow((total) => {
  const data = bars(total);
  x.domain([0, d3.max(data, (d) => d.soldiers)]);
  svg
    .selectAll("rect")
    .data(data)
    .join("rect")
    .attr("x", x(0))
    .attr("y", (d) => y(d.name))
    .attr("width", (d) => x(d.soldiers) - x(0))
    .attr("height", y.bandwidth())
    .attr("fill", (d) => (d.inferred ? "#b5482f" : "#3f6f8f"));
  svg
    .selectAll("text.value")
    .data(data)
    .join("text")
    .attr("class", "value")
    .attr("x", (d) => x(d.soldiers) + 6)
    .attr("y", (d) => y(d.name) + y.bandwidth() / 2)
    .attr("dy", "0.35em")
    .text(label);
});
markInteractive();
