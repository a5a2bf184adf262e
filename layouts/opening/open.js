// What stands behind the # of the link is sent once and taken out of the address and its history.
(() => {
  "use strict";
  const token = decodeURIComponent(location.hash.slice(1));
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  const form = document.getElementById("open");
  form.elements.token.value = token;
  form.requestSubmit();
})();
