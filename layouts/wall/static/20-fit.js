// How many panels and key figures one page of a scene holds on this screen, and where they stand.
(() => {
  "use strict";
  const { draw } = window.wall;
  const wall = window.wall;
  const WIDEST = 3;
  const BEST = 1.75;
  // Key figures above leave two rows of panels; beside, as many stand as are read at a glance.
  const TALLEST = 262;
  const LOWEST = 270;

  const unit = (main) => parseFloat(getComputedStyle(main).fontSize) / 26;

  const sides = (panel, most) => [Math.min(+panel.dataset.columns || 1, most[0]), Math.min(+panel.dataset.rows || 1, most[1])];

  // The first panels that a grid holds, by the rule the browser places them by: densely, row by row.
  const placed = (panels, columns, rows) => {
    const free = Array.from({ length: rows }, () => Array(columns).fill(true));
    const found = [];
    for (const panel of panels) {
      const [wide, tall] = sides(panel, [columns, rows]);
      let spot = null;
      for (let r = 0; r + tall <= rows && !spot; r += 1) {
        for (let c = 0; c + wide <= columns && !spot; c += 1) {
          if (free.slice(r, r + tall).every((row) => row.slice(c, c + wide).every(Boolean))) spot = [r, c];
        }
      }
      if (!spot) break;
      for (let r = spot[0]; r < spot[0] + tall; r += 1) for (let c = spot[1]; c < spot[1] + wide; c += 1) free[r][c] = false;
      found.push([panel, spot, [wide, tall]]);
    }
    return found;
  };

  const grid = (panels, width, height, u) => {
    const most = [Math.max(1, Math.floor((width + 20 * u) / (580 * u))), Math.max(1, Math.floor((height + 20 * u) / (330 * u)))];
    let best = null;
    for (let columns = 1; columns <= most[0]; columns += 1) {
      for (let rows = 1; rows <= most[1]; rows += 1) {
        const found = placed(panels, columns, rows);
        const aspect = ((width / columns) / (height / rows)) / BEST;
        const filled = found.reduce((sum, [, , [wide, tall]]) => sum + wide * tall, 0) / (columns * rows);
        const cost = (panels.length - found.length) * 100 + Math.abs(Math.log(aspect)) + (1 - filled) * 3;
        if (found.length && (!best || cost < best.cost - 1e-9)) best = { cost, columns, rows, found };
      }
    }
    return best;
  };

  // Rows of a list that does not fit give way, with a word on how many; the own one stays.
  const trim = (list) => {
    list.querySelector(".rest")?.remove();
    const rows = [...list.querySelectorAll(`:scope > ${list.dataset.fit}`)];
    rows.forEach((row) => row.classList.remove("away"));
    const boxes = [list, list.closest(".body")];
    const fits = () => boxes.every((box) => box.tagName === "TBODY" || box.scrollHeight <= box.clientHeight + 1);
    if (fits()) return;
    const rest = document.createElement(list.dataset.fit);
    rest.className = "rest";
    const cell = list.dataset.fit === "tr" ? document.createElement("td") : rest;
    if (cell !== rest) { cell.colSpan = 20; rest.append(cell); }
    list.append(rest);
    const going = rows.filter((row) => !row.hasAttribute("data-keep"));
    // Halving, for a list of thirty rows is measured five times and not thirty.
    let [low, high] = [1, going.length];
    const show = (gone) => {
      going.forEach((row, n) => row.classList.toggle("away", n >= going.length - gone));
      cell.textContent = list.dataset.more.replace("{count}", gone);
    };
    while (low < high) {
      const middle = (low + high) >> 1;
      show(middle);
      if (fits()) high = middle; else low = middle + 1;
    }
    show(low);
  };

  // A table too wide for its panel is set in smaller type, never below the floor.
  const tighten = (table) => {
    table.classList.remove("tight");
    table.classList.toggle("tight", table.scrollWidth > table.closest(".body").clientWidth);
  };

  // Under a key figure the last facts give way where it would be too tall.
  const yieldFacts = (strip, cards, tallest) => {
    strip.classList.add("loose");
    for (const card of cards) {
      const facts = [...card.querySelectorAll(".fact")];
      facts.forEach((fact) => fact.classList.remove("away"));
      for (const fact of facts.reverse()) {
        if (card.offsetHeight <= tallest + 1) break;
        fact.classList.add("away");
      }
    }
    strip.classList.remove("loose");
  };

  wall.paint = (scope) => {
    for (const table of scope.querySelectorAll(".panel:not(.away) table")) tighten(table);
    for (const list of scope.querySelectorAll("[data-fit]")) trim(list);
    for (const box of scope.querySelectorAll("[data-model]")) draw(box);
  };

  // Lay the page out; returns how many pages the scene has here.
  wall.fit = (main, page = 0) => {
    const u = unit(main);
    const [cards, panels] = [".card", ".panel"].map((name) => [...main.querySelectorAll(name)]);
    const wide = window.innerWidth / window.innerHeight >= WIDEST;
    main.classList.toggle("wide", wide);
    main.classList.toggle("bare", cards.length === 0);
    const room = main.querySelector(".panels");
    [...cards, ...panels].forEach((one) => one.classList.remove("away"));
    const strip = wide ? 2 * Math.max(1, Math.floor((room.clientHeight + 20 * u) / (LOWEST * u))) : Math.max(1, Math.floor((main.clientWidth - 44 * u) / (305 * u)));
    const turns = Math.ceil(cards.length / strip) || 1;
    const each = Math.ceil(cards.length / turns) || 1;
    const tallest = wide ? (room.clientHeight + 20 * u) / Math.ceil(each / 2) - 20 * u : TALLEST * u;
    // The strip's height is that of its cards, so they are chosen before the panels are placed.
    const some = (n) => {
      cards.forEach((card, at) => card.classList.toggle("away", Math.floor(at / each) !== n % turns));
      yieldFacts(main.querySelector(".cards"), cards.slice((n % turns) * each, (n % turns) * each + each), tallest);
    };
    some(0);
    const pages = [];
    for (let rest = panels; rest.length; ) {
      const found = grid(rest, room.clientWidth, room.clientHeight, u);
      pages.push(found);
      rest = rest.slice(found.found.length);
    }
    const count = Math.max(pages.length, turns);
    const now = ((page % count) + count) % count;
    some(now);
    const shown = pages[now % pages.length];
    room.style.gridTemplate = `repeat(${shown.rows}, minmax(0, 1fr)) / repeat(${shown.columns}, minmax(0, 1fr))`;
    panels.forEach((panel) => panel.classList.add("away"));
    for (const [panel, [row, column], [across, down]] of shown.found) {
      panel.classList.remove("away");
      panel.style.gridArea = `${row + 1} / ${column + 1} / span ${down} / span ${across}`;
    }
    wall.paint(main);
    return count;
  };
})();
