import { BarController, BarElement, CategoryScale, Chart, LinearScale } from "chart.js";
import { markInteractive, bars, chart, follow, label } from "../deployment.js";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Values beside their bars. Chart.js has none; its guide suggests a plugin. */
const values = {
  id: "values",
  afterDatasetsDraw(drawing) {
    const { ctx, data } = drawing;
    ctx.fillStyle = "#222";
    ctx.textBaseline = "middle";
    drawing.getDatasetMeta(0).data.forEach((bar, i) => ctx.fillText(label(data.datasets[0].data[i]), bar.x + 6, bar.y));
  },
};

const drawing = new Chart(chart.appendChild(document.createElement("canvas")), {
  type: "bar",
  data: { datasets: [{ data: [] }] },
  options: {
    animation: false,
    indexAxis: "y",
    maintainAspectRatio: false,
    parsing: { xAxisKey: "soldiers", yAxisKey: "name" },
    backgroundColor: ({ raw }) => (raw?.inferred ? "#b5482f" : "#3f6f8f"),
    layout: { padding: { right: 120 } },
    scales: { x: { display: false } },
  },
  plugins: [values],
});
follow((total) => {
  drawing.data.datasets[0].data = bars(total);
  drawing.update();
});
markInteractive();
