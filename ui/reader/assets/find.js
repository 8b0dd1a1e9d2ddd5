// Finds words in the text as they are typed: marks them all, goes from one to the next, and says how
// many there are. Without this script the form leads to the list of all places.
"use strict";

{
  const form = document.querySelector("form.find");
  const field = form.elements.term;
  const steps = form.querySelector(".steps");
  const status = form.querySelector("[role=status]");
  const main = document.getElementById("text");
  const BLOCKS = "p, li, td, th, dt, dd, h1, h2, h3, h4, h5, h6";
  const BESIDE_THE_TEXT = ".permalink, .turned, .back, .page, .cite";

  let text = "";
  let nodes = [];
  let found = [];
  let here = -1;

  // One letter stays one letter, so that a place in the folded text is a place on the page.
  function fold(letters) {
    return Array.from(letters, (letter) => {
      const plain = letter.normalize("NFD")[0].toLowerCase();
      return plain.length === letter.length ? plain : letter;
    }).join("").replaceAll("’", "'");
  }

  function read() {
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(BESIDE_THE_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    let block = null;
    const parts = [];
    let length = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const own = node.parentElement.closest(BLOCKS);
      if (own !== block) {
        parts.push("\n");
        length += 1;
        block = own;
      }
      nodes.push({ node, start: length });
      parts.push(node.data);
      length += node.data.length;
    }
    text = fold(parts.join(""));
  }

  function at(offset, end) {
    let low = 0;
    let high = nodes.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const begins = nodes[middle].start;
      if (end ? begins < offset : begins <= offset) low = middle;
      else high = middle - 1;
    }
    return [nodes[low].node, Math.min(offset - nodes[low].start, nodes[low].node.data.length)];
  }

  function search() {
    if (!text) read();
    const term = fold(field.value).trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    found = [];
    here = -1;
    if (term.length > 1) {
      for (const match of text.matchAll(new RegExp(term.replace(/\s+/g, "[^\\S\\n]+"), "g"))) {
        const range = new Range();
        range.setStart(...at(match.index, false));
        range.setEnd(...at(match.index + match[0].length, true));
        found.push(range);
      }
    }
    mark("found", found);
    mark("here", []);
    steps.hidden = found.length === 0;
    status.textContent = term.length > 1 ? said() : "";
  }

  function said() {
    if (!found.length) return form.dataset.none;
    const count = form.dataset.count.replace("{count}", found.length);
    return here < 0 ? count : `${here + 1}/${found.length}`;
  }

  function mark(name, ranges) {
    CSS.highlights?.set(name, new Highlight(...ranges));
  }

  function step(by) {
    if (!found.length) return;
    here = here < 0 && by < 0 ? found.length - 1 : (here + by + found.length) % found.length;
    const range = found[here];
    mark("here", [range]);
    if (!CSS.highlights) getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    status.textContent = said();
  }

  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      field.value = "";
      search();
    } else if (event.key === "Enter" && found.length) {
      event.preventDefault();
      step(event.shiftKey ? -1 : 1);
    }
  });
  steps.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) step(Number(button.dataset.step));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  if (field.value) search();
}
