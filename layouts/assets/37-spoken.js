// What the components leave unsaid to those who listen: a name for the field of files, the part of a date.
(() => {
  "use strict";
  const say = () => {
    for (const field of document.querySelectorAll("#upload-files input[type=file]:not([aria-label])")) {
      field.setAttribute("aria-label", field.closest("#upload-files").querySelector("strong").textContent);
    }
    for (const box of document.querySelectorAll(".dash-datepicker-input-wrapper:not([role])")) box.setAttribute("role", "combobox");
  };
  new MutationObserver(say).observe(document, { childList: true, subtree: true });
})();
