// Any number that names its figure opens the drawer that answers where it comes from.
(() => {
  "use strict";
  const drawer = () => document.getElementById("trail");
  let last = 0;

  const open = async (key) => {
    const answer = document.getElementById("trail-answer");
    const asked = (last += 1);
    answer.replaceChildren();
    if (!drawer().open) drawer().showModal();
    drawer().scrollTop = 0;
    const { asOf: known, visitor } = document.getElementById("wall").dataset;
    const more = { ...(known ? { as_of: known } : {}), ...(visitor ? { visitor: "1" } : {}) };
    const address = `/wall/-/trail?${new URLSearchParams({ key, ...more })}`;
    try {
      const text = await (await fetch(address, { cache: "no-store" })).text();
      // An earlier answer must never stand beside a new question.
      if (asked === last && document.getElementById("wall").dataset.visitor === visitor) answer.innerHTML = text;
    } catch {
      drawer().close();
    }
  };

  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    if (target.closest("#trail-close") || target === drawer()) return drawer().close();
    const figure = target.closest("[data-trail]");
    if (figure) open(figure.dataset.trail);
  });
  document.addEventListener("keydown", (event) => {
    const figure = event.target.closest?.("svg [data-trail]");
    if (!figure || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    open(figure.dataset.trail);
  });
})();
