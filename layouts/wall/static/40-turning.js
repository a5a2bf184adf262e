// Pages and scenes: turned over by themselves after their dwell, by keys, and by the buttons in the head.
(() => {
  "use strict";
  const wall = window.wall;
  const main = () => document.getElementById("wall");
  if (!main()) return;
  let page = 0;
  let pages = 1;
  let paused = false;
  let due = 0;

  const rotation = () => JSON.parse(main().dataset.rotation);
  const here = () => rotation().findIndex(({ href }) => new URL(href, location).pathname === `/wall/${main().dataset.scene}`);

  const tell = () => {
    const button = main().querySelector('[data-turn="0"]');
    button.setAttribute("aria-pressed", paused);
    const place = `${here() + 1}/${rotation().length}${pages > 1 ? `·${page + 1}` : ""}`;
    button.firstElementChild.textContent = paused ? `${place} ${button.dataset.paused}` : place;
  };

  wall.turned = () => {
    if (!main().querySelector(".panel")) return;
    pages = wall.fit(main(), page);
    page = Math.min(page, pages - 1);
    tell();
  };

  const wait = () => { due = performance.now() + main().dataset.dwell * 1000; };

  const open = wall.open = async (href, { keep = true } = {}) => {
    const who = main().dataset.visitor;
    const answer = await wall.asked(href);
    if (!answer.ok) return;
    const text = await answer.text();
    // Asked for before visitors came: it may show what they must not see.
    if (main().dataset.visitor !== who) return;
    const next = new DOMParser().parseFromString(text, "text/html");
    if (next.getElementById("wall").dataset.build !== main().dataset.build) return location.assign(href);
    const focused = document.activeElement?.dataset?.turn;
    main().replaceWith(document.importNode(next.getElementById("wall"), true));
    document.title = next.title;
    for (const name of ["theme", "distance", "direction"]) document.documentElement.dataset[name] = next.documentElement.dataset[name];
    history[keep ? "replaceState" : "pushState"](null, "", answer.redirected ? answer.url : href);
    page = 0;
    wall.turned();
    wait();
    if (focused !== undefined) main().querySelector(`[data-turn="${focused}"]`)?.focus();
  };

  // The next page of this scene, or the next scene; by itself only to scenes that have something to say.
  const turn = async (step, byHand) => {
    wait();
    if (page + step >= 0 && page + step < pages) {
      page += step;
      return wall.turned();
    }
    const all = rotation();
    const at = here();
    for (let n = 1; n <= all.length; n += 1) {
      const next = all[(at + step * n + all.length * n) % all.length];
      if (!byHand && !next.shown) continue;
      if (all.indexOf(next) === at) { page = 0; return wall.turned(); }
      return open(next.href);
    }
    page = 0;
    wall.turned();
  };

  const pause = () => { paused = !paused; wait(); tell(); };
  const quietly = (work) => work.catch(() => wait());

  const aloud = () => {
    const voice = window.speechSynthesis;
    if (!voice) return;
    if (voice.speaking) return voice.cancel();
    const said = [...main().querySelectorAll(".panel:not(.away) h2, .panel:not(.away) .sentences .number")].map((one) => one.textContent.trim());
    const words = new SpeechSynthesisUtterance([main().querySelector("h1").textContent, ...said].join("。"));
    words.lang = document.documentElement.lang;
    words.rate = 0.9;
    voice.speak(words);
  };

  const resting = () => document.querySelector("dialog[open], .menu[open]") !== null;
  setInterval(() => {
    if (paused || performance.now() < due || document.hidden) return;
    if (resting()) return wait();
    quietly(turn(1, false));
  }, 250);

  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const button = target.closest("[data-turn]");
    if (button) return button.dataset.turn === "0" ? pause() : quietly(turn(+button.dataset.turn, true));
    if (target.closest("[data-aloud]")) return aloud();
    const area = target.closest("[data-area]:not(#wall)");
    if (area) {
      event.preventDefault();
      const address = new URL(location);
      address.searchParams.set("area", area.dataset.area);
      if (address.pathname === "/") address.pathname = `/wall/${main().dataset.scene}`;
      return quietly(open(address.href, { keep: false }));
    }
    for (const menu of document.querySelectorAll(".menu[open]")) if (!menu.contains(target)) menu.open = false;
    wait();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") for (const menu of document.querySelectorAll(".menu[open]")) menu.open = false;
    if (event.target.closest?.("button, a, summary, [role=button]") && (event.key === " " || event.key === "Enter")) return;
    if (event.key === " ") { event.preventDefault(); pause(); }
    if (event.key === "ArrowRight" || event.key === "PageDown") quietly(turn(1, true));
    if (event.key === "ArrowLeft" || event.key === "PageUp") quietly(turn(-1, true));
    if (event.key === "ArrowUp" || event.key === "Backspace") [...main().querySelectorAll(".panel:not(.away) .map .above a:not([aria-current])")].pop()?.click();
    if (event.key === "r" || event.key === "R") aloud();
  });

  window.addEventListener("popstate", () => quietly(open(wall.kept())));
  let settling;
  window.addEventListener("resize", () => {
    clearTimeout(settling);
    settling = setTimeout(wall.turned, 150);
  });
  wall.turned();
  wait();
  document.fonts?.ready.then(() => wall.turned());
})();
