import * as Plot from "@observablehq/plot";
import { markInteractive, bars, chart, follow, label } from "../deployment.js";

follow((total) => {
  const data = bars(total);
  const plot = Plot.plot({
    width: chart.clientWidth,
    height: chart.clientHeight,
    marginLeft: 100,
    marginRight: 120,
    x: { axis: null },
    y: { label: null, domain: data.map((d) => d.name) },
    marks: [
      Plot.barX(data, { x: "soldiers", y: "name", fill: (d) => (d.inferred ? "#b5482f" : "#3f6f8f") }),
      Plot.text(data, { x: "soldiers", y: "name", text: label, textAnchor: "start", dx: 6 }),
    ],
  });
  chart.replaceChildren(plot);
});
markInteractive();
