// Visitors look on: what is not released goes at once, before the server has answered.
(() => {
  "use strict";
  const wall = window.wall;
  const main = () => document.getElementById("wall");

  const said = () => {
    const words = document.createElement("span");
    words.className = "visitor";
    words.textContent = main().dataset.visitorWords;
    return words;
  };

  // Everything that may tell a figure: parts, drawer, voice, and how far figures reach.
  const clear = () => {
    const drawer = document.getElementById("trail");
    window.speechSynthesis?.cancel();
    if (drawer?.open) drawer.close();
    document.getElementById("trail-answer")?.replaceChildren();
    for (const name of [".cards", ".panels", ".reach"]) main().querySelector(name)?.replaceChildren();
    main().querySelector(".status")?.replaceChildren(said());
  };

  const address = (on) => {
    const found = new URL(location);
    found.searchParams.delete("visitor");
    if (on) found.searchParams.set("visitor", "1");
    return found.href;
  };

  const choose = (on) => {
    if (main().dataset.visitor === "bound" || on === (main().dataset.visitor === "1")) return;
    if (!on) return wall.open(address(false)).catch(() => {});
    main().dataset.visitor = "1";
    // Nothing that was asked for before may be taken for an answer, and a reload must not bring it back.
    main().dataset.state = "";
    history.replaceState(null, "", address(true));
    clear();
    wall.open(location.href).catch(() => {});
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || !main()) return;
    if (event.key === "v" || event.key === "V") choose(main().dataset.visitor !== "1");
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".settings a");
    const on = link && new URL(link.href).searchParams.has("visitor");
    if (!link || event.ctrlKey || event.metaKey || on === (main().dataset.visitor === "1")) return;
    event.preventDefault();
    choose(on);
  });
  // Back and forward lead to other scenes, never out of what visitors may see.
  wall.kept = () => {
    if (main().dataset.visitor === "1") history.replaceState(null, "", address(true));
    return location.href;
  };
})();
