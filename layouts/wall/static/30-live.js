// An open wall asks every second and a half whether anything it may see has changed, and says how it is.
(() => {
  "use strict";
  const wall = window.wall;
  const EVERY = 1500;
  // The clock of a wall may be set back by years when its network comes up.
  const opened = performance.now();
  let answered = new Date();
  let asking = false;
  const main = () => document.getElementById("wall");

  // A name for this screen, kept by the browser, so that a reload is not another wall.
  const own = (() => {
    const fresh = () => crypto.getRandomValues(new Uint32Array(2)).join("-");
    try {
      return (localStorage.wall ??= fresh());
    } catch {
      return fresh();
    }
  })();

  const clock = (time) => time.toLocaleString("sv-SE").slice(0, 19);

  const lost = (yes) => {
    const strip = document.getElementById("offline");
    strip.dataset.words ??= strip.textContent;
    if (yes) strip.textContent = strip.dataset.words.replace("{time}", clock(answered));
    strip.hidden = !yes;
  };

  const said = () => ({
    wall: own,
    scene: main().dataset.scene,
    area: main().dataset.area,
    state: main().dataset.state,
    build: main().dataset.build,
    as_of: main().dataset.asOf,
    size: `${window.innerWidth}×${window.innerHeight}`,
    memory: performance.memory?.usedJSHeapSize ?? 0,
    up: Math.round((performance.now() - opened) / 1000),
  });

  wall.asked = (address, given) => fetch(address, { cache: "no-store", signal: AbortSignal.timeout(10000), ...given });

  // Only to a page that is there: a browser's own page of errors would never come back.
  const reload = async () => {
    const answer = await wall.asked(location.href);
    if (!answer.ok) throw new Error(answer.status);
    location.reload();
  };

  // The same screen again, with only what this one has not; parts that stand as they did are not touched.
  wall.refresh = async () => {
    const now = main();
    const who = now.dataset.visitor;
    const held = [...now.querySelectorAll("[data-digest]")].map((part) => part.dataset.digest);
    const answer = await wall.asked(location.href, { headers: { "X-Known": held.join(" ") } });
    if (!answer.ok) throw new Error(answer.status);
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("wall");
    // The wall has turned over or visitors have come while it asked: the answer is about another screen.
    if (main() !== now || now.dataset.visitor !== who || ["scene", "area"].some((name) => next.dataset[name] !== now.dataset[name])) return;
    if (next.dataset.visitor !== who) return location.reload();
    const [before, after] = [now, next].map((one) => [...one.querySelectorAll("[data-digest]")]);
    if (before.length !== after.length) return reload();
    let changed = false;
    after.forEach((part, n) => {
      if (part.dataset.digest === before[n].dataset.digest) return;
      before[n].replaceWith(document.importNode(part, true));
      changed = true;
    });
    for (const name of [".reach"]) now.querySelector(name).textContent = next.querySelector(name).textContent;
    Object.assign(now.dataset, next.dataset);
    if (changed) wall.turned();
  };

  const ask = async () => {
    if (asking || !main()) return;
    asking = true;
    try {
      const visitor = main().dataset.visitor === "1" ? "?visitor=1" : "";
      const answer = await wall.asked(`/wall/-/pulse${visitor}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(said()) });
      // The access of this wall has ended: what it shows must go.
      if (answer.status === 403) return location.reload();
      if (!answer.ok) throw new Error(answer.status);
      const { state, build } = await answer.json();
      if (build !== main().dataset.build) return await reload();
      if (state !== main().dataset.state) await wall.refresh();
      answered = new Date();
      // What could not be fetched meanwhile is drawn now.
      if (!document.getElementById("offline").hidden) wall.turned();
      lost(false);
    } catch {
      lost(true);
    } finally {
      asking = false;
    }
  };

  setInterval(ask, EVERY);
  // A machine that wakes from sleep asks at once.
  window.addEventListener("online", ask);
  document.addEventListener("visibilitychange", () => document.hidden || ask());
})();
