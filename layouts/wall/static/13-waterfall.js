// Steps from nothing to a whole: what each part brought, what they leave, and the growth they make.
(() => {
  "use strict";
  const { svg, trailed, kinds } = window.wall;

  // Where each step begins and ends; the whole begins at nothing.
  const spans = (rows) => {
    let at = 0;
    return rows.map((row) => {
      const from = row.kind === "whole" ? 0 : at;
      at = from + row.value;
      return [from, at];
    });
  };

  kinds.waterfall = (drawing, room, model) => {
    const { label, width, height, u } = room;
    const { rows } = model;
    const left = Math.min(Math.max(...rows.map((row) => room.wide(row.name))), width * 0.42) + label * 0.6;
    const right = Math.max(...rows.map((row) => room.wide(row.text, label, 700))) + label * 0.5;
    const found = spans(rows);
    const [low, high] = [Math.min(0, ...found.flat()), Math.max(0, ...found.flat())];
    const x = (value) => left + ((value - low) / (high - low || 1)) * Math.max(width - left - right, 1);
    const tall = height / rows.length;
    const thick = Math.min(tall * 0.62, label * 1.3);
    drawing.append(svg("line", { class: "zero", x1: x(0), x2: x(0), y1: 0, y2: height, "stroke-width": Math.max(1, 1.5 * u) }));
    rows.forEach((row, n) => {
      const [from, to] = found[n];
      const middle = tall * (n + 0.5);
      const [start, end] = [x(Math.min(from, to)), x(Math.max(from, to))];
      const tone = row.kind === "part" ? (row.value < 0 ? "lost" : "won") : row.kind;
      if (n + 1 < rows.length) drawing.append(svg("line", { class: "grid", x1: x(to), x2: x(to), y1: middle, y2: middle + tall, "stroke-width": Math.max(1, 1.5 * u) }));
      drawing.append(svg("rect", { class: `step ${tone}`, x: start, y: middle - thick / 2, width: Math.max(end - start, 2 * u), height: thick, "stroke-width": Math.max(1, 2 * u) }, svg("title", {}, `${row.name} ${row.text}`)));
      drawing.append(svg("text", { x: 0, y: middle + label * 0.35, class: row.kind === "whole" ? "told" : "" }, row.name));
      drawing.append(svg("text", { x: end + label * 0.35, y: middle + label * 0.35, class: "told", ...trailed(row.trail) }, row.text));
    });
  };
})();
