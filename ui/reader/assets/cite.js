// "Cite this": on words that are selected, or on a whole passage from the link beside it. The server
// writes the citation, in the style that is chosen.
"use strict";

{
  const main = document.getElementById("text");
  const dialog = document.getElementById("citation");
  const style = dialog.querySelector("select");
  const written = dialog.querySelector("textarea");
  const copy = dialog.querySelector("button[data-copy]");
  const button = document.querySelector("button.cite");
  // No part of the passage's own text.
  const ADDED = ".permalink, .turned, .back, .official, .cite";
  const LINES = "p, li, td, dt, dd";
  const MAX_QUOTE = 2000;

  let cited = null;

  function offer(passage, quote, place) {
    cited = { passage, quote };
    const permalink = passage.querySelector(":scope > .permalink, .permalink");
    permalink?.after(button);
    button.hidden = false;
    const wide = document.documentElement.clientWidth;
    const frame = button.offsetParent.getBoundingClientRect();
    const left = Math.max(8, Math.min(place.left, wide - button.offsetWidth - 8));
    button.style.left = `${left - frame.left}px`;
    button.style.top = `${place.bottom - frame.top + 6}px`;
  }

  function withdraw() {
    if (!button.contains(document.activeElement)) button.hidden = true;
  }

  // The text as the document has it: lines end where a paragraph or an item does.
  function textOf(range) {
    const piece = range.cloneContents();
    piece.querySelectorAll(ADDED).forEach((added) => added.remove());
    piece.querySelectorAll(LINES).forEach((line) => line.append("\n"));
    return piece.textContent.trim();
  }

  function selected() {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return withdraw();
    const range = selection.getRangeAt(0).cloneRange();
    const element = range.startContainer.parentElement ?? range.startContainer;
    const passage = element.closest(".passage");
    if (!passage || !main.contains(passage)) return withdraw();
    if (!passage.contains(range.endContainer)) range.setEndAfter(passage.lastChild);
    const boxes = range.getClientRects();
    if (!boxes.length) return withdraw();
    // What is selected of a translation is cited as the passage that it translates.
    const quote = element.closest(".version") ? "" : textOf(range);
    offer(passage, quote.length > MAX_QUOTE ? "" : quote, boxes[boxes.length - 1]);
  }

  async function ask(quote) {
    const id = `${main.dataset.document}:${cited.passage.id.replaceAll("/", ":")}`;
    const query = new URLSearchParams({ style: style.value, language: document.documentElement.lang });
    if (quote) query.set("quote", quote);
    const response = await fetch(`../api/v1/citations/${encodeURIComponent(id)}?${query}`);
    // Words over the end of a passage, or with a mark of the page in them, are no quote of it.
    if (response.status === 404 && quote) return ask("");
    if (!response.ok) throw new Error(response.statusText);
    return (await response.json()).text;
  }

  async function write() {
    written.value = "";
    try {
      written.value = await ask(cited.quote);
    } catch {
      written.value = dialog.dataset.failed;
    }
    copy.dataset.copy = written.value;
  }

  document.addEventListener("selectionchange", () => {
    if (!dialog.open && document.activeElement !== written) selected();
  });
  main.addEventListener("focusin", (event) => {
    const permalink = event.target.closest(".passage .permalink");
    if (permalink) offer(permalink.closest(".passage"), "", permalink.getBoundingClientRect());
    else if (event.target !== button && getSelection().isCollapsed) button.hidden = true;
  });
  // A press would otherwise end the selection before it is cited.
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    dialog.showModal();
    write();
  });
  style.addEventListener("change", write);
}
