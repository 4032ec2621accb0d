import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";
import { markInteractive, bars, chart, follow, label, total } from "../deployment.js";

function Shares() {
  const [soldiers, setSoldiers] = useState(total.valueAsNumber);
  useEffect(() => {
    follow(setSoldiers);
    markInteractive();
  }, []);
  const data = bars(soldiers).map((d) => ({ ...d, label: label(d), fill: d.inferred ? "#b5482f" : "#3f6f8f" }));
  return (
    <BarChart layout="vertical" data={data} width={chart.clientWidth} height={chart.clientHeight} margin={{ right: 120 }}>
      <XAxis type="number" hide />
      <YAxis type="category" dataKey="name" width={100} />
      <Bar dataKey="soldiers" isAnimationActive={false}>
        <LabelList dataKey="label" position="right" />
      </Bar>
    </BarChart>
  );
}

createRoot(chart).render(<Shares />);
