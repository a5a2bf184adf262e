// The page of walls keeps itself new and leaves the reader's place alone.
(() => {
  "use strict";
  const EVERY = 10000;
  const list = () => document.getElementById("open-walls");
  if (!list()) return;

  const renew = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("open-walls");
    list().replaceWith(document.importNode(next, true));
  };
  // Without a server the browser's own page says so: an old list would look like a new one.
  setInterval(() => renew().catch(() => location.reload()), EVERY);
})();
