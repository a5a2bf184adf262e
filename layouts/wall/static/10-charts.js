// Charts as SVG in the pixels of their panel, drawn from models of a few hundred bytes.
(() => {
  "use strict";
  // Until it is set, window.wall is the element of that name, which would be kept for ever.
  const wall = (window.wall = {});
  const pen = document.createElement("canvas").getContext("2d");

  wall.svg = (name, given = {}, ...inside) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(given)) {
      if (value !== undefined && value !== "" && value !== false) element.setAttribute(key, value);
    }
    element.append(...inside);
    return element;
  };

  // The room a chart has, its type sizes and the width of words in them.
  wall.room = (box) => {
    const style = getComputedStyle(box);
    const label = parseFloat(style.fontSize);
    const u = label / 26;
    const wide = (text, size = label, weight = 400) => {
      pen.font = `${weight} ${size}px ${style.fontFamily}`;
      return pen.measureText(text).width;
    };
    return { width: box.clientWidth, height: box.clientHeight, label, small: 22 * u, u, wide, stroke: Math.max(2, 3 * u) };
  };

  // Round values from at or below `low` to at or above `high`.
  wall.ticks = (low, high, most) => {
    const span = high - low || Math.abs(high) || 1;
    const base = 10 ** Math.floor(Math.log10(span / Math.max(most - 1, 1)));
    for (const factor of [1, 2, 2.5, 5, 10, 20, 25, 50, 100]) {
      const step = base * factor;
      const first = Math.floor(low / step + 1e-9);
      const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
      if (last - first + 1 <= most) {
        return Array.from({ length: last - first + 1 }, (_, n) => +((first + n) * step).toPrecision(12));
      }
    }
    return [low, high];
  };

  wall.written = (values) => {
    const decimals = [0, 1].find((d) => values.every((v) => +v.toFixed(d) === v)) ?? 2;
    return values.map((value) => value.toFixed(decimals).replace("-", "−"));
  };

  // Labels of given heights moved apart, in their order, between top and bottom.
  wall.spread = (wanted, heights, top, bottom) => {
    const order = wanted.map((_, n) => n).sort((a, b) => wanted[a] - wanted[b]);
    const places = [];
    let edge = top;
    for (const n of order) {
      places[n] = Math.max(wanted[n] - heights[n] / 2, edge);
      edge = places[n] + heights[n];
    }
    edge = bottom;
    for (const n of order.reverse()) {
      places[n] = Math.max(Math.min(places[n], edge - heights[n]), top);
      edge = places[n];
    }
    return places;
  };

  // A frame with a quiet grid: where values and months stand.
  wall.frame = (room, values, { left = 0, right = 0, zero = false } = {}) => {
    const bottom = room.label * 1.35;
    const top = room.label * 0.55;
    const tall = Math.max(room.height - top - bottom, 1);
    const most = Math.max(2, Math.min(5, Math.floor(tall / (room.label * 1.7)) + 1));
    const low = Math.min(...values, zero ? 0 : Infinity);
    const high = Math.max(...values, zero ? 0 : -Infinity);
    const ticks = wall.ticks(low, high, most);
    const texts = wall.written(ticks);
    const start = left + Math.max(...texts.map((text) => room.wide(text))) + room.label * 0.4;
    const end = Math.max(room.width - right, start + 1);
    const [first, last] = [ticks[0], ticks[ticks.length - 1]];
    const y = (value) => top + (1 - (value - first) / (last - first)) * tall;
    const parts = ticks.flatMap((tick, n) => [
      wall.svg("line", { x1: start, x2: end, y1: y(tick), y2: y(tick), class: tick === 0 && first < 0 ? "zero" : "grid", "stroke-width": Math.max(1, room.u * 1.5) }),
      wall.svg("text", { x: start - room.label * 0.4, y: y(tick) + room.label * 0.35, "text-anchor": "end" }, texts[n]),
    ]);
    return { y, start, end, top, bottom: top + tall, parts };
  };

  // Years under the axis, thinned out until they stand apart.
  wall.years = (room, frame, x, months, step) => {
    const years = new Map();
    for (const month of months) {
      const year = Math.floor(month / 12);
      years.set(year, [...(years.get(year) ?? []), month]);
    }
    const wide = room.wide("2024");
    const found = [...years].map(([year, held]) => ({ year, at: x((held[0] + held[held.length - 1]) / 2), room: step === 12 ? Infinity : x(held[held.length - 1]) - x(held[0]) + (x(1) - x(0)) * step }));
    const parts = [];
    let edge = Infinity;
    for (const { year, at, room: own } of found.reverse()) {
      const middle = Math.max(Math.min(at, room.width - wide / 2), frame.start + wide / 2);
      if (middle + wide / 2 > edge || own < wide * 0.8) continue;
      parts.push(wall.svg("text", { x: middle, y: frame.bottom + room.label * 1.1, "text-anchor": "middle" }, String(year)));
      edge = middle - wide / 2 - room.label * 0.5;
    }
    return parts;
  };

  wall.trailed = (key) => (key ? { "data-trail": key, role: "button", tabindex: 0 } : {});

  wall.draw = (box) => {
    const model = JSON.parse(box.dataset.model);
    const room = wall.room(box);
    if (room.width < 8 || room.height < 8) return;
    const drawing = wall.svg("svg", { width: room.width, height: room.height, viewBox: `0 0 ${room.width} ${room.height}` });
    wall.kinds[model.kind]?.(drawing, room, model, box);
    box.replaceChildren(drawing);
  };
  wall.kinds = {};
})();
