// One listener for the whole page: any number that names its figure opens the trail drawer.
(() => {
  "use strict";
  const isFigure = (text) => typeof text === "string" && text.split("|").length === 7;

  const open = (key) => {
    const drawer = document.getElementById("trail");
    if (!drawer || !isFigure(key)) return;
    // An earlier answer must never stand beside a new question.
    window.dash_clientside.set_props("trail-answer", { children: null });
    const known = new URLSearchParams(window.location.search).get("as_of");
    window.dash_clientside.set_props("trail-figure", { data: [key, known, Date.now()] });
    if (!drawer.open) drawer.showModal();
    drawer.scrollTop = 0;
  };

  const named = (target) => {
    if (!(target instanceof Element)) return null;
    const element = target.closest("[data-trail]") ?? target.closest(".ag-row")?.querySelector("[data-trail]");
    return element?.dataset.trail ?? null;
  };

  document.addEventListener("click", (event) => {
    const drawer = document.getElementById("trail");
    if (event.target.closest?.("#trail-close") || event.target === drawer) return drawer.close();
    if (!(event.target instanceof Element)) return;
    const element = event.target.closest("[data-trail]");
    if (element) open(element.dataset.trail);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    const key = event.target instanceof HTMLButtonElement ? null : named(event.target);
    if (!key) return;
    event.preventDefault();
    open(key);
  });

  // Charts tell of a click by an event of their own, which does not rise through the page.
  const onPoint = ({ points }) => {
    const held = points?.[0]?.customdata;
    open(Array.isArray(held) ? held.find(isFigure) : held);
  };
  document.addEventListener("pointerover", (event) => {
    const chart = event.target.closest?.(".js-plotly-plot");
    if (!chart?.on) return;
    chart.removeListener("plotly_click", onPoint);
    chart.on("plotly_click", onPoint);
  });

  // Table cells whose column says so show a number that opens the drawer.
  const cells = (window.dashAgGridComponentFunctions = window.dashAgGridComponentFunctions || {});
  cells.TrailCell = ({ value, data, colDef }) => {
    const text = data?.[`${colDef.field}_text`] ?? value;
    const key = data?.[`${colDef.field}_trail`];
    if (!key) return text;
    return window.React.createElement(
      "button",
      { type: "button", className: "trail-cell", tabIndex: -1, "data-trail": key },
      text,
    );
  };
})();
