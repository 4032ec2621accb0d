import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { markInteractive, bars, chart, follow, label } from "../deployment.js";

echarts.use([BarChart, GridComponent, CanvasRenderer]);

const drawing = echarts.init(chart);
drawing.setOption({
  animation: false,
  grid: { left: 100, right: 120, top: 0, bottom: 0 },
  xAxis: { show: false, max: "dataMax" },
  yAxis: { type: "category", inverse: true, data: bars(0).map((d) => d.name) },
});
follow((total) => {
  const value = (d) => ({ value: d.soldiers, label: { formatter: label(d) }, itemStyle: { color: d.inferred ? "#b5482f" : "#3f6f8f" } });
  drawing.setOption({ series: [{ type: "bar", label: { show: true, position: "right" }, data: bars(total).map(value) }] });
});
markInteractive();
