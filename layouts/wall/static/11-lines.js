// Lines over time with their names at their ends, sparklines, and columns.
(() => {
  "use strict";
  const { svg, frame: makeFrame, spread, years, trailed, kinds } = window.wall;

  const path = (points, x, y) => {
    let pen = "M";
    return points.map((point) => {
      if (!point) { pen = "M"; return ""; }
      const step = `${pen}${x(point[0]).toFixed(1)} ${y(point[1]).toFixed(1)}`;
      pen = "L";
      return step;
    }).join("");
  };

  // A name, its figure and, where it is not that of the others, its period: on as few lines as fit.
  const label = (room, { name, text, when }, most) => {
    const wide = (row) => row.reduce((sum, [words, , size]) => sum + room.wide(words, size), (row.length - 1) * room.wide(" "));
    const rows = [[[name, "", room.label]]];
    for (const part of [[text, "told", room.label], ...(when ? [[when, "", room.small]] : [])]) {
      const row = rows[rows.length - 1];
      if (wide([...row, part]) <= most) row.push(part);
      else rows.push([part]);
    }
    return { rows, wide: Math.max(...rows.map(wide)), tall: rows.length * room.label * 1.18 };
  };

  // Where the labels of all lines would stand over each other they take more of the width.
  const labelled = (room, series) => {
    const shares = [0.3, 0.45, 0.6].map((share) => series.map((one) => label(room, one, room.width * share)));
    return shares.find((labels) => labels.reduce((sum, { tall }) => sum + tall, 0) <= room.height) ?? shares[2];
  };

  const write = (room, { rows }, x, top, key) => rows.map((row, n) => {
    const text = svg("text", { x, y: top + room.label * (0.95 + 1.18 * n), ...(n === 0 && rows.length === 1 ? {} : {}) });
    row.forEach(([words, tone, size], at) => text.append(svg("tspan", { class: tone, "font-size": size, ...(tone ? trailed(key) : {}) }, at ? ` ${words}` : words)));
    return text;
  });

  kinds.lines = (drawing, room, model) => {
    const held = model.series.flatMap((one) => one.points.filter(Boolean));
    const labels = labelled(room, model.series);
    const right = Math.max(...labels.map((one) => one.wide)) + room.label * 0.8;
    const area = makeFrame(room, held.map(([, value]) => value), { right });
    const months = held.map(([month]) => month);
    const [first, last] = [Math.min(...months), Math.max(...months)];
    const x = (month) => area.start + ((month - first) / (last - first || 1)) * (area.end - area.start - room.label * 0.3);
    drawing.append(...area.parts, ...years(room, area, x, [...new Set(months)].sort((a, b) => a - b), model.step));
    model.series.forEach((one, n) => {
      const points = one.points.filter(Boolean);
      const end = points[points.length - 1];
      const lone = one.points.filter((point, at, all) => point && !all[at - 1] && !all[at + 1]);
      const group = svg("g", { class: `series-${n + 1}`, "stroke-width": room.stroke });
      group.append(svg("path", { d: path(one.points, x, area.y) }));
      for (const point of new Set([...lone, end])) group.append(svg("circle", { class: "dot", cx: x(point[0]), cy: area.y(point[1]), r: room.stroke * 1.8 }));
      drawing.append(group);
    });
    const ends = model.series.map((one) => area.y(one.points[one.points.length - 1][1]));
    const tops = spread(ends, labels.map((one) => one.tall), 0, room.height);
    model.series.forEach((one, n) => {
      const at = area.end + room.label * 0.55;
      const mark = svg("g", { class: `series-${n + 1}`, "stroke-width": room.stroke });
      const level = tops[n] + room.label * 0.6;
      mark.append(svg("path", { d: `M${x(one.points[one.points.length - 1][0]) + room.stroke * 2} ${ends[n]}L${at - room.label * 0.15} ${level}`, "stroke-opacity": 0.55, "stroke-width": Math.max(1, room.u * 1.5) }));
      drawing.append(mark, ...write(room, labels[n], at, tops[n], one.trail));
    });
  };

  kinds.spark = (drawing, room, model) => {
    if (room.width < 40 * room.u) return;
    const points = model.points.filter(Boolean);
    const values = points.map(([, value]) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const [first, last] = [points[0][0], points[points.length - 1][0]];
    const edge = room.u * 6;
    const x = (month) => edge + ((month - first) / (last - first || 1)) * (room.width - 2 * edge);
    const y = (value) => room.height - edge - ((value - low) / (high - low || 1)) * (room.height - 2 * edge);
    const end = points[points.length - 1];
    const group = svg("g", { class: "series-1", "stroke-width": room.stroke }, svg("path", { d: path(model.points, x, y) }));
    drawing.append(group, svg("circle", { class: "told", cx: x(end[0]), cy: y(end[1]), r: room.u * 5 }));
  };

  kinds.columns = (drawing, room, model) => {
    const values = model.points.map(([, value]) => value);
    const room2 = (Math.max(...values, 0) - Math.min(...values, 0)) * ((room.label * 1.3) / room.height);
    const padded = values.map((value) => value + Math.sign(value) * room2);
    const area = makeFrame(room, padded, { zero: true });
    const months = model.points.map(([month]) => month);
    const [first, last] = [Math.min(months[0], months[months.length - 1] - 3 * model.step), months[months.length - 1]];
    const slot = (area.end - area.start) / ((last - first) / model.step + 1);
    const x = (month) => area.start + slot * ((month - first) / model.step + 0.5);
    drawing.append(...area.parts, ...years(room, area, x, months, model.step));
    model.points.forEach(([month, value], n) => {
      const [top, foot] = [area.y(Math.max(value, 0)), area.y(Math.min(value, 0))];
      drawing.append(svg("rect", { class: n === months.length - 1 ? "column last" : "column", x: x(month) - slot * 0.32, y: top, width: slot * 0.64, height: Math.max(foot - top, 1) }, svg("title", {}, `${model.words[n]} ${model.texts[n]}`)));
    });
    const told = [values.length - 1, values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))];
    const taken = [];
    for (const n of new Set(told)) {
      const half = room.wide(model.texts[n]) / 2;
      const at = Math.max(area.start + half, Math.min(x(months[n]), room.width - half));
      if (taken.some(([from, to]) => at - half < to && at + half > from)) continue;
      taken.push([at - half - room.label * 0.3, at + half + room.label * 0.3]);
      const lower = values[n] < 0;
      drawing.append(svg("text", { class: "told", x: at, y: lower ? area.y(values[n]) + room.label : area.y(values[n]) - room.label * 0.25, "text-anchor": "middle", ...(n === values.length - 1 ? trailed(model.trail) : {}) }, model.texts[n]));
    }
  };
})();
