// An open wall asks every two seconds whether anything it may see has changed.
(() => {
  "use strict";
  const EVERY = 2000;
  let known = null;
  // A figure that is a day later is a day more overdue, so the day is part of what is known.
  const today = () => new Date().toLocaleDateString("sv-SE");
  let answered = new Date();

  const clock = (time) => time.toLocaleString("sv-SE").slice(0, 19);

  const lost = (yes) => {
    const strip = document.getElementById("offline");
    if (!strip) return;
    strip.dataset.words ??= strip.textContent;
    strip.textContent = strip.dataset.words.replace("{time}", clock(answered));
    strip.hidden = !yes;
  };

  const ask = async () => {
    const wall = document.getElementById("wall");
    if (!wall) return;
    known ??= `${wall.dataset.version} ${today()}`;
    try {
      const answer = await fetch("/api/v1/version", { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.status);
      const { version } = await answer.json();
      answered = new Date();
      lost(false);
      const state = `${version} ${today()}`;
      if (state !== known) window.dash_clientside.set_props("wall-version", { data: state });
      known = state;
    } catch {
      lost(true);
    }
  };

  const fit = () => {
    if (!document.getElementById("wall")) return;
    const scale = Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
    window.dash_clientside.set_props("wall-scale", { data: scale });
  };

  // A province on the map leads to its own page.
  const lead = ({ points }) => {
    const address = points?.[0]?.customdata;
    if (typeof address === "string" && address.startsWith("/explore/")) location.assign(address);
  };
  document.addEventListener("pointerover", (event) => {
    const chart = event.target.closest?.(".js-plotly-plot");
    if (!chart?.on) return;
    chart.removeListener("plotly_click", lead);
    chart.on("plotly_click", lead);
  });

  // The menu of places gives way to whatever is done next.
  const close = (menu) => menu?.removeAttribute("open");
  document.addEventListener("click", ({ target }) => {
    const menu = document.querySelector(".place[open]");
    if (menu && !menu.contains(target)) close(menu);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") close(document.querySelector(".place[open]"));
  });

  // The pattern that areas without a figure are filled with.
  document.addEventListener("DOMContentLoaded", () => {
    const holder = document.createElement("div");
    holder.innerHTML =
      '<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>' +
      '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
      '<rect width="7" height="7" fill="#1a2742"/><line x1="0" y1="0" x2="0" y2="7" stroke="#8193b2" stroke-width="2"/>' +
      "</pattern></defs></svg>";
    document.body.append(holder);
  });

  let settling;
  window.addEventListener("resize", () => {
    clearTimeout(settling);
    settling = setTimeout(fit, 200);
  });
  setInterval(ask, EVERY);
})();
