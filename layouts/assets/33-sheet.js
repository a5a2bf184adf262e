// The reading view: what is pointed at is said in words, and the cells that say so are outlined.
(() => {
  "use strict";
  const held = new WeakMap(); // leaf → { words, chosen }
  let awaited = null; // a cell to be shown once its window has come

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const cellOf = (leaf, at) => leaf.querySelector(`[data-cell="${CSS.escape(at)}"]`);
  const nameOf = (words, place) => words.names[place] ?? place;

  // Rows and columns of an address, counted from 0.
  const placeOf = (at) => {
    const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
    if (!letters) return null;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return [Number(row) - 1, column - 1];
  };

  const factsOf = (words, at) => (words.figures[at]?.facts ?? []).map((n) => words.facts[n]);

  // What a heading says, and of how many figures of this window.
  const saidBy = (words, at) => {
    const about = new Set(words.facts.flatMap(([, , place], n) => (place === at ? [n] : [])));
    const figures = Object.values(words.figures).filter(({ facts }) => facts.some((n) => about.has(n)));
    return { count: figures.length, what: [...new Set([...about].map((n) => words.facts[n][0]))] };
  };

  const line = (words, [name, told, place], own) => {
    const value = make("dd", "", told);
    if (place && place !== own) {
      const way = make("button", "way", `← ${nameOf(words, place)}`);
      way.type = "button";
      way.dataset.place = place;
      const printed = words.printed[place];
      value.append(way);
      if (printed) way.append(make("q", "", printed));
    } else if (place === "") value.append(make("small", "", words.texts.unprinted));
    return [make("dt", "", name), value];
  };

  const aboutFigure = (words, at, figure) => {
    const list = make("dl");
    list.append(...factsOf(words, at).flatMap((fact) => line(words, fact, at)));
    const parts = [make("p", "sentence", figure.sentence), ...figure.doubts.map((text) => make("p", "note", text)), list];
    if (figure.question !== null) {
      const way = make("button", "button", words.texts.question);
      way.type = "button";
      way.dataset.question = figure.question;
      parts.splice(1 + figure.doubts.length, 0, way);
    }
    return parts;
  };

  const aboutOther = (words, at) => {
    if (words.unread[at]) return [make("p", "sentence", words.texts.unread.replace("{why}", words.unread[at]))];
    const { count, what } = saidBy(words, at);
    const text = count
      ? words.texts.says.replace("{count}", count).replace("{what}", what.join(" · "))
      : words.texts.words;
    return [make("p", "sentence", text)];
  };

  const outline = (leaf, words, at) => {
    leaf.querySelectorAll("[data-says]").forEach((cell) => cell.removeAttribute("data-says"));
    leaf.querySelectorAll(".pointed").forEach((cell) => cell.classList.remove("pointed"));
    if (!at) return;
    cellOf(leaf, at)?.classList.add("pointed");
    const says = {};
    for (const [name, , place] of factsOf(words, at)) if (place && place !== at) (says[place] ??= []).push(name);
    for (const [place, names] of Object.entries(says)) cellOf(leaf, place)?.setAttribute("data-says", names.join(" · "));
  };

  const tell = (leaf, at) => {
    const { words } = held.get(leaf);
    const panel = leaf.querySelector(".said");
    outline(leaf, words, at);
    if (!at) return panel.replaceChildren(make("p", "quiet", words.texts.hint));
    const figure = words.figures[at];
    const head = make("h4", "", nameOf(words, at));
    const text = cellOf(leaf, at)?.textContent;
    if (placeOf(at) && text) head.append(make("span", "", text));
    panel.replaceChildren(head, ...(figure ? aboutFigure(words, at, figure) : aboutOther(words, at)));
  };

  const choose = (leaf, at, focus = true) => {
    const state = held.get(leaf);
    const cell = cellOf(leaf, at);
    leaf.querySelectorAll('[data-cell][tabindex="0"]').forEach((other) => other.setAttribute("tabindex", "-1"));
    state.chosen = at;
    cell?.setAttribute("tabindex", "0");
    if (focus) {
      cell?.focus({ preventScroll: true });
      cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    tell(leaf, at);
  };

  const go = (view, place) =>
    window.dash_clientside.set_props({ type: "upload-place", batch: Number(view.dataset.batch) }, { data: place });

  const within = (leaf, [row, column]) => {
    const [top, left, rows, columns] = JSON.parse(leaf.dataset.span);
    return row >= top && row < top + rows && column >= left && column < left + columns;
  };

  // Bring a cell into sight, from another window or sheet if need be.
  const show = (view, sheet, at) => {
    const leaf = view.querySelector(".leaf");
    const place = placeOf(at);
    if (leaf?.dataset.sheet === sheet && (!place || within(leaf, place))) {
      view.scrollIntoView({ block: "start" });
      return choose(leaf, at);
    }
    if (!place) return;
    awaited = { view, at };
    go(view, [sheet, ...place]);
  };

  const begin = (leaf) => {
    const text = leaf.dataset.words;
    if (held.get(leaf)?.text === text) return;
    held.set(leaf, { text, words: JSON.parse(text), chosen: null });
    const view = leaf.closest(".sheet-view");
    const wanted = awaited?.view === view ? awaited.at : null;
    if (wanted) {
      awaited = null;
      view.scrollIntoView({ block: "start" });
      return choose(leaf, wanted);
    }
    const frame = leaf.querySelector(".frame");
    frame.scrollTo(0, 0);
    const end = frame.getBoundingClientRect().bottom;
    const doubts = [...leaf.querySelectorAll("td.doubt")].filter((cell) => cell.getBoundingClientRect().bottom < end);
    const first = doubts[0] ?? leaf.querySelector("td.certain, td.doubt, td.missing");
    if (first) choose(leaf, first.dataset.cell, false);
    else tell(leaf, null);
  };

  const pointed = (event) => {
    const cell = event.target instanceof Element && event.target.closest(".leaf [data-cell]");
    return cell ? [cell.closest(".leaf"), cell.dataset.cell, cell] : [];
  };

  document.addEventListener("pointerover", (event) => {
    const [leaf, at] = pointed(event);
    if (leaf && held.has(leaf)) tell(leaf, at);
  });
  document.addEventListener("pointerout", (event) => {
    const shown = event.target instanceof Element && event.target.closest(".leaf .shown");
    if (!shown || shown.contains(event.relatedTarget)) return;
    const leaf = shown.closest(".leaf");
    if (held.has(leaf)) tell(leaf, held.get(leaf).chosen);
  });
  document.addEventListener("focusin", (event) => {
    const [leaf, at] = pointed(event);
    if (leaf && held.has(leaf) && held.get(leaf).chosen !== at) choose(leaf, at, false);
  });

  const toQuestion = (view, number) => {
    const question = document.getElementById(`question-${view.dataset.batch}-${number}`);
    question?.scrollIntoView({ block: "center" });
    question?.focus({ preventScroll: true });
  };
  // The next cell of a state after the one that is chosen, then the first again.
  const next = (leaf, state) => {
    const cells = [...leaf.querySelectorAll("td[data-cell]")];
    const from = cells.findIndex((cell) => cell.dataset.cell === held.get(leaf).chosen);
    const found = [...cells.slice(from + 1), ...cells.slice(0, from + 1)].find((cell) => cell.classList.contains(state));
    if (found) choose(leaf, found.dataset.cell);
  };
  const openQuestion = (leaf, at) => {
    const number = held.get(leaf).words.figures[at]?.question;
    if (number !== null && number !== undefined) toQuestion(leaf.closest(".sheet-view"), number);
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const way = event.target.closest("[data-show], [data-to], [data-next], .said [data-place], .said [data-question]");
    if (way?.dataset.show) {
      const [batch, sheet, at] = JSON.parse(way.dataset.show);
      const view = document.querySelector(`.sheet-view[data-batch="${batch}"]`);
      return view && show(view, sheet, at);
    }
    const view = event.target.closest(".sheet-view");
    if (!view) return;
    const leaf = view.querySelector(".leaf");
    if (way?.dataset.to) return go(view, JSON.parse(way.dataset.to));
    if (way?.dataset.next) return next(leaf, way.dataset.next);
    if (way?.dataset.place) return show(view, leaf.dataset.sheet, way.dataset.place);
    if (way?.dataset.question) return toQuestion(view, way.dataset.question);
    const [, at] = pointed(event);
    if (!at) return;
    choose(leaf, at);
    openQuestion(leaf, at);
  });

  const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  // The nearest written cell in a direction; merged cells are found by what they cover on screen.
  const beside = (leaf, cell, [down, right]) => {
    const from = cell.getBoundingClientRect();
    let best = null;
    for (const other of leaf.querySelectorAll("td[data-cell]")) {
      const to = other.getBoundingClientRect();
      const ahead = down ? (down > 0 ? to.top - from.bottom : from.top - to.bottom) : right > 0 ? to.left - from.right : from.left - to.right;
      const overlap = down ? to.left < from.right - 1 && to.right > from.left + 1 : to.top < from.bottom - 1 && to.bottom > from.top + 1;
      if (overlap && ahead > -2 && (!best || ahead < best.ahead)) best = { other, ahead };
    }
    return best?.other;
  };

  document.addEventListener("keydown", (event) => {
    const [leaf, at, cell] = pointed(event);
    if (!leaf || !held.has(leaf)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      return openQuestion(leaf, at);
    }
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const neighbour = beside(leaf, cell, step);
    if (neighbour) choose(leaf, neighbour.dataset.cell);
  });

  const watch = () => document.querySelectorAll(".leaf[data-words]").forEach(begin);
  document.addEventListener("DOMContentLoaded", () => {
    const watched = { subtree: true, childList: true, attributes: true, attributeFilter: ["data-words"] };
    new MutationObserver(watch).observe(document.body, watched);
  });
})();
