// Areas: the map of provinces, and areas by two indicators.
(() => {
  "use strict";
  const { svg, ticks, written, kinds } = window.wall;
  let outline = null;

  const outlines = () => (outline ??= fetch(document.body.dataset.map).then((answer) => answer.json()).catch((error) => { outline = null; throw error; }));

  const hatch = (u) => svg("pattern", { id: "hatch", width: 9 * u, height: 9 * u, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { width: 9 * u, height: 9 * u, style: "fill: var(--nothing)" }),
    svg("line", { y2: 9 * u, style: "stroke: var(--text-3)", "stroke-width": 3 * u }));

  const part = (land, model, [left, top, wide, tall], [x, y, width, height], thin, linked) => {
    const scale = Math.min(width / wide, height / tall);
    const group = svg("g", { transform: `translate(${x + (width - wide * scale) / 2 - left * scale} ${y + (height - tall * scale) / 2 - top * scale}) scale(${scale})` });
    const shapes = Object.entries(land.areas).map(([area, d]) => {
      const [shade, words] = model.areas[area] ?? [null, area];
      const shape = svg("path", { d, class: shade === null ? "area missing" : `area class-${shade}-${model.classes}`, "stroke-width": thin / scale, "data-code": area }, svg("title", {}, words));
      return linked ? svg("a", { href: `?area=${area}`, "data-area": area, "aria-label": words }, shape) : shape;
    });
    group.append(...shapes);
    if (land.areas[model.own]) group.append(svg("path", { d: land.areas[model.own], class: "own", "stroke-width": (3 * thin) / scale }));
    group.append(svg("path", { d: land.lines, class: "line", "stroke-width": (1.5 * thin) / scale }));
    group.append(...land.dots.map(([cx, cy]) => svg("circle", { cx, cy, r: (1.2 * thin) / scale, class: "isle" })));
    return group;
  };

  kinds.map = (drawing, room, model, box) => {
    outlines().then((land) => {
      const { width, height, u } = room;
      // A tall panel has room for the whole country; a flat one shows the southern sea in an inset.
      if (width / height < 1.3) {
        drawing.append(svg("defs", {}, hatch(u)), svg("g", { class: "main" }, part(land, model, land.whole, [0, 0, width, height], Math.max(1, u * 1.2), true)));
        box.dataset.drawn = "yes";
        return;
      }
      const inset = Math.min(width * 0.16, height * 0.34);
      const [sea, tall] = [inset * (land.south[2] / land.south[3]), inset];
      const frame = [width - sea - 2, height - tall - 2, sea, tall];
      drawing.append(svg("defs", {}, hatch(u), svg("clipPath", { id: "sea" }, svg("rect", { x: frame[0], y: frame[1], width: sea, height: tall })), svg("clipPath", { id: "land" }, svg("rect", { width, height }))));
      drawing.append(svg("g", { class: "main", "clip-path": "url(#land)" }, part(land, model, land.main, [0, 0, width, height], Math.max(1, u * 1.2), true)));
      const south = svg("g", { class: "south", "clip-path": "url(#sea)", "aria-hidden": "true" }, part(land, model, land.south, frame, Math.max(1, u), false));
      const back = svg("rect", { x: frame[0], y: frame[1], width: sea, height: tall, style: "fill: var(--panel)" });
      const edge = svg("rect", { x: frame[0], y: frame[1], width: sea, height: tall, class: "frame", style: "fill: none", "stroke-width": Math.max(1, u * 1.2) });
      drawing.append(back, south, edge);
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
      drawing.append(svg("text", { x: spot[0], y: spot[1] + label * 0.95, class: one.own ? "told" : "" }, one.name));
    });
  };
})();
