// A button with data-copy puts that text in the clipboard, and says so in the words of data-done.
"use strict";

{
  const SHOWN = 2000;

  const status = document.createElement("div");
  status.className = "unseen";
  status.setAttribute("role", "status");

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyByHand(text);
    }
  }

  // Browsers keep the clipboard from pages without TLS, which an intranet may well have.
  function copyByHand(text) {
    const before = document.activeElement;
    const field = document.createElement("textarea");
    field.value = text;
    field.className = "unseen";
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    before?.focus({ preventScroll: true });
    return done;
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button || !(await copy(button.dataset.copy))) return;
    const name = button.querySelector("span") ?? button;
    button.dataset.name ??= name.textContent;
    name.textContent = button.dataset.done;
    if (!status.isConnected) document.body.append(status);
    status.textContent = button.dataset.done;
    setTimeout(() => {
      name.textContent = button.dataset.name;
      status.textContent = "";
    }, SHOWN);
  });
}
