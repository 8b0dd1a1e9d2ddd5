// The page reads without this script; it opens the contents on wide screens, marks the current
// place in it, brings a highlighted quote into view, and keeps the place when the language changes.
"use strict";

const contents = document.getElementById("contents");
const wide = window.matchMedia("(min-width: 64rem)");

function fitContents() {
  contents.open = wide.matches;
}
wide.addEventListener("change", fitContents);
fitContents();

contents.addEventListener("click", (event) => {
  if (event.target.closest("a") && !wide.matches) contents.open = false;
});

const links = new Map();
for (const link of contents.querySelectorAll("a")) {
  links.set(decodeURIComponent(link.hash.slice(1)), link);
}

let here = null;
function markPlace(id) {
  const link = links.get(id);
  if (!link || link === here) return;
  if (here) here.removeAttribute("aria-current");
  link.setAttribute("aria-current", "location");
  here = link;
  for (const part of contents.querySelectorAll("li > details")) {
    part.open = part.contains(link) || part.parentElement === link.parentElement;
  }
  if (wide.matches) {
    const list = contents.parentElement;
    const box = link.getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom) {
      list.scrollTop += box.top - frame.top - frame.height / 3;
    }
  }
}

// A quote is brought to the middle of the screen, an address to its top.
const lineHeight = document.querySelector("mark") ? 1 / 2 : 1 / 3;
const headings = new Map();
for (const section of document.querySelectorAll("main section")) {
  headings.set(section.firstElementChild, section.id);
}
const ordered = [...headings.keys()];
let waiting = false;
function findPlace() {
  waiting = false;
  let last = ordered[0];
  for (const heading of ordered) {
    if (heading.getBoundingClientRect().top > window.innerHeight * lineHeight) break;
    last = heading;
  }
  if (last) markPlace(headings.get(last));
}
const observer = new IntersectionObserver(() => {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(findPlace);
  }
}, { rootMargin: `0px 0px -${Math.round(100 - lineHeight * 100)}% 0px` });
ordered.forEach((heading) => observer.observe(heading));

// A long passage may begin a screen above the words that were quoted from it.
window.addEventListener("load", () => {
  const quote = document.querySelector("mark");
  if (quote) quote.scrollIntoView({ block: "center" });
});

// Another language or version is another page; it opens where the visitor was reading.
function placeInView() {
  const top = document.querySelector(".columns, .bar").getBoundingClientRect().bottom;
  const inView = (passage) => {
    const box = passage.getBoundingClientRect();
    return box.top >= top && box.top < window.innerHeight;
  };
  const opened = document.querySelector(":target");
  if (opened && inView(opened)) return opened;
  const passages = [...document.querySelectorAll("main .passage, main h1")];
  // Of a passage longer than the screen no beginning is in view.
  return passages.find(inView)
    ?? passages.find((passage) => passage.getBoundingClientRect().bottom > top);
}
for (const link of document.querySelectorAll(".languages a, .beside a")) {
  link.addEventListener("click", () => {
    const place = placeInView();
    const quoted = document.querySelector("mark");
    link.hash = place && !quoted && window.scrollY > 0 ? place.id : "";
  });
}
