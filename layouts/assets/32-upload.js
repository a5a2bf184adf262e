// Files that are too large, and files nobody has put a name to, are refused before they travel.
(() => {
  "use strict";
  const refuse = (event, sentence) => {
    event.preventDefault();
    event.stopPropagation();
    // Else choosing the very same file again would be no change.
    if (event.target instanceof HTMLInputElement) event.target.value = "";
    window.dash_clientside.set_props("upload-refused", { children: sentence });
  };

  const check = (event, files) => {
    const desk = event.target instanceof Element && event.target.closest("#upload-files") && event.target.closest(".bring");
    if (!desk || !files?.length) return;
    const person = document.getElementById("upload-person");
    if (!person.value.trim()) {
      person.focus();
      return refuse(event, desk.dataset.nameless);
    }
    const tooBig = [...files].find((file) => file.size > Number(desk.dataset.mostBytes));
    if (tooBig) return refuse(event, desk.dataset.tooBig.replace("{name}", tooBig.name));
    window.dash_clientside.set_props("upload-refused", { children: "" });
  };

  document.addEventListener("drop", (event) => check(event, event.dataTransfer?.files), true);
  document.addEventListener("change", (event) => check(event, event.target.files), true);
})();
