// Conveniences only: every page works without this file.
"use strict";

// A form is sent once, however many times its button is pressed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 10000);
});

// Back from the browser's page cache: the form may be sent again.
addEventListener("pageshow", event => {
  if (event.persisted) for (const form of document.forms) delete form.dataset.sent;
});

// The refused form's summary takes focus, where the browser does not do it by autofocus.
document.getElementById("fel")?.focus();

// «Skriv ut».
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
