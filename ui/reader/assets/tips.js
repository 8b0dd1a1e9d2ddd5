// What an abbreviation stands for and what a footnote says, on hover, on focus and at a tap. It can
// be pointed at, and Escape puts it away (WCAG 2.2, 1.4.13). Without this script the browser shows
// the same text as the element's title.
"use strict";

{
  const EXPLAINED = "abbr[title], a.note[title], [aria-describedby=tip]";
  const GRACE = 250;
  const EDGE = 8;

  const tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);

  let explained = null;
  let leaving = 0;

  function show(element) {
    clearTimeout(leaving);
    if (element === explained) return;
    hide();
    explained = element;
    tip.textContent = element.title;
    tip.lang = element.closest("[lang]").lang;
    // The browser would show the title too, on top of this.
    element.removeAttribute("title");
    element.setAttribute("aria-describedby", "tip");
    tip.hidden = false;
    place(element);
  }

  function hide() {
    clearTimeout(leaving);
    if (!explained) return;
    explained.title = tip.textContent;
    explained.removeAttribute("aria-describedby");
    explained = null;
    tip.hidden = true;
  }

  function place(element) {
    const at = element.getClientRects()[0];
    const wide = document.documentElement.clientWidth;
    const left = Math.max(EDGE, Math.min(at.left, wide - tip.offsetWidth - EDGE));
    const below = at.bottom + tip.offsetHeight + EDGE < window.innerHeight;
    const top = below ? at.bottom + EDGE / 2 : at.top - tip.offsetHeight - EDGE / 2;
    tip.style.left = `${left + window.scrollX}px`;
    tip.style.top = `${top + window.scrollY}px`;
  }

  function leave() {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      if (explained !== document.activeElement) hide();
    }, GRACE);
  }

  document.addEventListener("pointerover", (event) => {
    const element = event.target.closest(EXPLAINED);
    if (element) show(element);
    else if (tip.contains(event.target)) clearTimeout(leaving);
    else if (explained) leave();
  });
  document.addEventListener("focusin", (event) => {
    const element = event.target.closest(EXPLAINED);
    if (element) show(element);
    else hide();
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("click", (event) => {
    const element = event.target.closest("abbr");
    if (element) show(element);
    else if (!tip.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  window.addEventListener("resize", hide);
}
