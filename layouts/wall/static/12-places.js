// Areas: the map of a place's parts, and areas by two indicators.
(() => {
  "use strict";
  const { svg, ticks, written, kinds } = window.wall;
  // The outlines of the last few maps; a wall that turns over for months would gather all of them.
  const lands = new Map();
  const KEPT = 6;

  const outlines = (address) => {
    const held = lands.get(address) ?? fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    });
    lands.delete(address);
    lands.set(address, held);
    held.catch(() => lands.delete(address));
    if (lands.size > KEPT) lands.delete(lands.keys().next().value);
    return held;
  };

  // Gaps keep the size of their strokes whatever the scale of the map; every drawing names its own.
  let drawings = 0;
  const gaps = (u, scale, names) => {
    const pattern = (id, turn, ...inside) => svg("pattern", { id, width: 9 * u, height: 9 * u, patternUnits: "userSpaceOnUse", patternTransform: `scale(${1 / scale}) rotate(${turn})` },
      svg("rect", { width: 9 * u, height: 9 * u, style: "fill: var(--nothing)" }), ...inside);
    return svg("defs", {},
      pattern(names.missing, 45, svg("line", { y2: 9 * u, style: "stroke: var(--text-3)", "stroke-width": 3 * u })),
      pattern(names.suppressed, 0, svg("circle", { cx: 4.5 * u, cy: 4.5 * u, r: 1.8 * u, style: "fill: var(--text-3)" })));
  };

  // A shade is the number of a class, or the name of how a gap is drawn; ground without one is no area's.
  const shaded = (model, area) => {
    const [shade, ...words] = model.areas[area] ?? ["nobody"];
    return [typeof shade === "number" ? `class-${shade}-${model.classes}` : shade, words.join(" ")];
  };

  // How a frame of the land is fitted into a part of the panel.
  const fitted = ([left, top, wide, tall], [x, y, width, height]) => {
    const scale = Math.min(width / wide, height / tall);
    return { scale, x: x + (width - wide * scale) / 2 - left * scale, y: y + (height - tall * scale) / 2 - top * scale };
  };

  const part = (land, model, at, thin, u, linked) => {
    const { scale } = at;
    const names = { missing: `hatch-${(drawings += 1)}`, suppressed: `dots-${drawings}` };
    const group = svg("g", { transform: `translate(${at.x} ${at.y}) scale(${scale})` }, gaps(u, scale, names));
    const shapes = Object.entries(land.areas).map(([area, d]) => {
      const [shade, words] = shaded(model, area);
      const shape = svg("path", { d, class: `area ${shade}`, style: names[shade] && `fill: url("#${names[shade]}")`, "stroke-width": thin / scale, "data-code": area }, svg("title", {}, words));
      return linked && words ? svg("a", { href: `?area=${area}`, "data-area": area, "aria-label": words }, shape) : shape;
    });
    group.append(...shapes);
    if (land.areas[model.own]) group.append(svg("path", { d: land.areas[model.own], class: "own", "stroke-width": (3 * thin) / scale }));
    group.append(svg("path", { d: land.lines, class: "line", "stroke-width": (1.5 * thin) / scale }));
    group.append(...land.dots.map(([cx, cy]) => svg("circle", { cx, cy, r: (1.2 * thin) / scale, class: "isle" })));
    return group;
  };

  // Names stand where their areas are wide enough for them, clear of one another and of the legend.
  const named = (land, model, at, { width, height, small, wide }, box) => {
    const here = box.getBoundingClientRect();
    const taken = [...box.parentElement.querySelectorAll(".legend, .above")].map((one) => one.getBoundingClientRect())
      .map(({ left, top, right, bottom }) => [left - here.left, top - here.top, right - here.left, bottom - here.top]);
    const group = svg("g", { class: "names", "aria-hidden": "true" });
    for (const [area, [x, y, across, down]] of Object.entries(land.names)) {
      const name = model.areas[area]?.[1];
      if (!name) continue;
      const [half, middle, line] = [wide(name, small) / 2, at.x + x * at.scale, at.y + y * at.scale];
      if (half * 1.9 > across * at.scale || small > down * at.scale) continue;
      const edge = small * 0.15;
      const own = [middle - half - edge, line - small * 0.6, middle + half + edge, line + small * 0.6];
      const free = own[0] >= 0 && own[2] <= width && own[1] >= 0 && own[3] <= height
        && taken.every((other) => own[0] >= other[2] || own[2] <= other[0] || own[1] >= other[3] || own[3] <= other[1]);
      if (!free) continue;
      taken.push(own);
      group.append(svg("rect", { x: own[0], y: own[1], width: own[2] - own[0], height: own[3] - own[1], rx: edge, class: "plate" }));
      group.append(svg("text", { x: middle, y: line + small * 0.36, "text-anchor": "middle" }, name));
    }
    return group;
  };

  // The southern sea in the corner of a map that ends at the mainland.
  const inset = (drawing, land, model, { width, height, u }) => {
    const tall = Math.min(width * 0.16, height * 0.34);
    const box = { width: tall * (land.south[2] / land.south[3]), height: tall };
    Object.assign(box, { x: width - box.width - 2, y: height - tall - 2 });
    const id = `sea-${(drawings += 1)}`;
    drawing.append(
      svg("defs", {}, svg("clipPath", { id }, svg("rect", box))),
      svg("rect", { ...box, style: "fill: var(--panel)" }),
      svg("g", { class: "south", "clip-path": `url(#${id})`, "aria-hidden": "true" }, part(land, model, fitted(land.south, [box.x, box.y, box.width, tall]), Math.max(1, u), u, false)),
      svg("rect", { ...box, class: "frame", style: "fill: none", "stroke-width": Math.max(1, u * 1.2) }));
  };

  kinds.map = (drawing, room, model, box) => {
    outlines(model.land).then((land) => {
      const { width, height, u } = room;
      // A tall panel has room for the whole country; a flat one shows the southern sea in an inset.
      const whole = land.whole && width / height < 1.3;
      const at = fitted(whole ? land.whole : land.main, [0, 0, width, height]);
      const id = `land-${(drawings += 1)}`;
      drawing.append(
        svg("defs", {}, svg("clipPath", { id }, svg("rect", { width, height }))),
        svg("g", { class: "main", "clip-path": `url(#${id})` }, part(land, model, at, Math.max(1, u * 1.2), u, true)));
      if (land.south && !whole) inset(drawing, land, model, room);
      drawing.append(named(land, model, at, room, box));
      box.dataset.drawn = "yes";
    }).catch(() => box.removeAttribute("data-drawn"));
  };

  const logarithmic = (values) => Math.min(...values) > 0 && Math.max(...values) / Math.min(...values) > 20;
  const scaled = (values, from, to, most) => {
    const log = logarithmic(values);
    const read = log ? Math.log10 : (value) => value;
    const at = log
      ? Array.from({ length: 9 }, (_, n) => 10 ** (Math.floor(Math.log10(Math.min(...values))) + n)).filter((v, n, all) => v <= 10 ** Math.ceil(Math.log10(Math.max(...values))) && all[n] >= 10 ** Math.floor(Math.log10(Math.min(...values))))
      : ticks(Math.min(...values), Math.max(...values), most);
    const [low, high] = [read(at[0]), read(at[at.length - 1])];
    return { at, place: (value) => from + ((read(value) - low) / (high - low || 1)) * (to - from) };
  };

  kinds.quadrant = (drawing, room, model) => {
    const { label, width, height, u } = room;
    const xs = model.points.map(({ at }) => at[0]);
    const ys = model.points.map(({ at }) => at[1]);
    const upTicks = ticks(Math.min(...ys), Math.max(...ys), 4);
    const left = Math.max(...written(upTicks).map((text) => room.wide(text))) + label * 0.5;
    const across = scaled(xs, left, width - label * 0.5, 5);
    const up = scaled(ys, height - label * 1.5, label * 1.6, 4);
    const thin = Math.max(1, u * 1.5);
    up.at.forEach((tick, n) => drawing.append(
      svg("line", { class: "grid", x1: left, x2: width, y1: up.place(tick), y2: up.place(tick), "stroke-width": thin }),
      svg("text", { x: left - label * 0.4, y: up.place(tick) + label * 0.35, "text-anchor": "end" }, written(up.at)[n])));
    const taken = [];
    const name = `${model.axes[0]} →`;
    across.at.forEach((tick, n) => {
      const text = written(across.at)[n];
      const half = room.wide(text) / 2;
      const at = Math.max(half, Math.min(across.place(tick), width - half));
      if (at + half < width - room.wide(name) - label * 0.6) drawing.append(svg("text", { x: at, y: height - label * 0.3, "text-anchor": "middle" }, text));
    });
    drawing.append(svg("text", { x: width, y: height - label * 0.3, "text-anchor": "end", class: "told" }, name));
    drawing.append(svg("text", { x: 0, y: label, class: "told" }, `↑ ${model.axes[1]}`));
    const [mx, my] = [across.place(model.medians[0]), up.place(model.medians[1])];
    drawing.append(svg("line", { class: "zero", x1: mx, x2: mx, y1: label * 1.5, y2: height - label * 1.5, "stroke-width": thin, "stroke-dasharray": `${6 * u} ${5 * u}` }));
    drawing.append(svg("line", { class: "zero", x1: left, x2: width, y1: my, y2: my, "stroke-width": thin, "stroke-dasharray": `${6 * u} ${5 * u}` }));
    const order = [...model.points].sort((a, b) => (b.own ?? 0) - (a.own ?? 0) || b.at[0] - a.at[0]);
    const dots = order.map((one) => [across.place(one.at[0]), up.place(one.at[1])]);
    order.forEach((one, n) => drawing.append(svg("circle", { class: one.own ? "place own" : "place", cx: dots[n][0], cy: dots[n][1], r: u * 7 }, svg("title", {}, `${one.name} ${one.at.join(" / ")}`))));
    const free = (box) => box[0] >= left && box[2] <= width && box[1] >= label * 1.4 && box[3] <= height - label * 1.4
      && taken.every((other) => box[0] >= other[2] || box[2] <= other[0] || box[1] >= other[3] || box[3] <= other[1])
      && dots.every(([x, y]) => x < box[0] - 2 || x > box[2] + 2 || y < box[1] - 2 || y > box[3] + 2);
    order.forEach((one, n) => {
      const [x, y] = dots[n];
      const wide = room.wide(one.name);
      const spots = [[x + 11 * u, y - label * 0.6], [x - 11 * u - wide, y - label * 0.6], [x - wide / 2, y - label * 1.5], [x - wide / 2, y + label * 0.4]];
      const spot = spots.find(([a, b]) => free([a, b, a + wide, b + label * 1.15]));
      if (!spot) return;
      taken.push([spot[0], spot[1], spot[0] + wide, spot[1] + label * 1.15]);
      drawing.append(svg("text", { x: spot[0], y: spot[1] + label * 0.95, class: one.own ? "named told" : "named" }, one.name));
    });
  };
})();
