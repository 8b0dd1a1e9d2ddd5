/* Planwijzer in another page:
 *   <script src="https://plan.example.be/widget.js" data-lang="nl" defer></script>
 * It appears where the script stands, or in the element that data-target (a CSS selector) names.
 * Whatever the server sends is put into the page as text, never as HTML. */
(() => {
  "use strict";

  const WORDS = "@words@";
  const MAX_CHARACTERS = 2000;
  const MAX_TURNS = 10;
  const STYLE = `
    :host { display: block; }
    :host([data-theme="light"]) { color-scheme: light; }
    :host([data-theme="dark"]) { color-scheme: dark; }
    section {
      --ink: light-dark(#1b1f24, #e6e9ed); --muted: light-dark(#57606a, #a2adb9);
      --paper: light-dark(#ffffff, #14181d); --line: light-dark(#8a949e, #6b7681);
      --accent: light-dark(#0b3d91, #9cc2ff); --problem: light-dark(#a3161c, #ff9a9e);
      font: 1rem/1.5 "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      color: var(--ink); background: var(--paper); text-align: start;
      border: 1px solid var(--line); border-radius: 6px; padding: 1rem; overflow-wrap: anywhere;
    }
    * { box-sizing: border-box; }
    label { display: block; font-weight: 600; margin-block-end: .25rem; }
    textarea, button { font: inherit; border-radius: 4px; border: 1px solid var(--line); }
    textarea { width: 100%; padding: .5rem; color: inherit; background: transparent; }
    textarea { resize: vertical; }
    button { min-height: 2.75rem; padding: .4rem 1rem; cursor: pointer; font-weight: 600; }
    button { color: var(--accent); background: transparent; }
    button[type="submit"] { color: var(--paper); background: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    a { color: var(--accent); }
    .buttons { display: flex; flex-wrap: wrap; gap: .5rem; margin-block: .5rem; }
    .note, .reading { color: var(--muted); font-size: .875rem; }
    .title { font-weight: 600; margin-block: 1rem .25rem; }
    .problem { color: var(--problem); font-weight: 600; }
    .text { white-space: pre-line; }
    ul, ol { padding-inline-start: 1.5rem; }
    li { margin-block-end: .5rem; }
    blockquote { margin: 0; padding-inline-start: .75rem; white-space: pre-line; }
    blockquote { border-inline-start: 3px solid var(--line); }
    [hidden] { display: none; }
  `;

  const script = document.currentScript;
  const base = new URL(".", script.src);

  /** Make an element; strings among its children become text. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /** A link into the reader; an address that no browser should follow becomes plain text.
   * One that begins at the server's root is read from where the script came from: a portal may
   * pass the server on under a path of its own. */
  function link(address, text, attributes = {}) {
    let url = null;
    try { url = new URL(address.replace(/^\/(?!\/)/, ""), base); } catch { /* it stays null */ }
    if (!url || !["http:", "https:"].includes(url.protocol)) return make("span", {}, text);
    const out = { href: url.href, target: "_blank", rel: "noopener noreferrer" };
    return make("a", { ...out, ...attributes }, text);
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  }

  function languageOf(element) {
    const wanted = [element.dataset.lang, document.documentElement.lang, ...navigator.languages];
    const known = wanted.map((tag) => (tag || "").slice(0, 2).toLowerCase());
    return known.find((language) => Object.hasOwn(WORDS, language)) ?? "nl";
  }

  class Box {
    constructor(host, language) {
      this.words = WORDS[language];
      this.language = language;
      this.turns = [];
      this.asking = null;
      this.root = host.attachShadow({ mode: "open" });
      const style = new CSSStyleSheet();
      style.replaceSync(STYLE);
      this.root.adoptedStyleSheets = [style];
      this.root.append(this.frame());
    }

    frame() {
      const w = this.words;
      this.question = make("textarea", {
        id: "question", rows: "2", maxlength: String(MAX_CHARACTERS),
        placeholder: w.placeholder, "aria-describedby": "note",
      });
      this.again = make("button", { type: "button", hidden: "" }, w.new_conversation);
      this.form = make("form", {},
        make("label", { for: "question" }, w.question), this.question,
        make("div", { class: "buttons" },
          make("button", { type: "submit" }, w.send), this.again));
      this.status = make("p", { role: "status", "aria-live": "polite" });
      const named = { role: "group", "aria-labelledby": "asked" };
      this.reply = make("div", { tabindex: "-1", hidden: "", ...named });
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.ask();
      });
      this.again.addEventListener("click", () => this.begin());
      const section = make("section", { lang: this.language, "aria-label": w.product },
        this.form, make("p", { id: "note", class: "note" }, w.note), this.status, this.reply);
      section.addEventListener("keydown", (event) => this.pressed(event));
      return section;
    }

    pressed(event) {
      if (event.key === "Escape") {
        if (this.asking) this.asking.abort();
        else this.show("");
        this.question.focus();
      } else if (event.key === "Enter" && event.target === this.question) {
        if (event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.ask();
      }
    }

    begin() {
      this.turns = [];
      this.again.hidden = true;
      this.show("");
      this.question.value = "";
      this.question.focus();
    }

    show(status, ...children) {
      this.status.textContent = status;
      this.reply.replaceChildren(...children);
      this.reply.hidden = children.length === 0;
    }

    async ask() {
      const question = this.question.value.trim();
      if (this.asking) return;
      if (!question) return this.trouble("empty");
      this.asking = new AbortController();
      this.show(this.words.searching);
      try {
        const response = await this.sent(question, this.asking.signal);
        if (response.ok) this.answered(question, await response.json());
        else this.refused(response.status);
      } catch (error) {
        if (error.name === "AbortError") this.show("");
        else this.trouble("failed");
      } finally {
        this.asking = null;
      }
    }

    async sent(question, signal) {
      const headers = { "Content-Type": "application/json" };
      // A page whose visitors have tokens of their own lends theirs; a key would be everybody's.
      const token = await window.planwijzerToken?.();
      if (token) headers.Authorization = `Bearer ${token}`;
      const sent = { question, history: this.turns, language: this.chosen(question) };
      const options = { method: "POST", headers, body: JSON.stringify(sent), signal };
      return fetch(new URL("api/v1/ask", base), options);
    }

    /** The language of a question shows itself, but for one of a word or two. */
    chosen(question) {
      return question.split(/\s+/).length > 2 ? "auto" : this.language;
    }

    refused(status) {
      this.trouble({ 401: "unknown", 403: "forbidden", 503: "unready" }[status] ?? "failed");
    }

    trouble(kind) {
      const w = this.words;
      this.show("",
        make("p", { id: "asked", class: "problem", role: "alert" }, w[kind]),
        make("p", {}, w[`${kind}_fix`]));
      this.question.focus();
    }

    answered(question, reply) {
      const found = reply.status === "answered";
      const asked = make("p", { id: "asked", class: "note" }, `${this.words.asked}: ${question}`);
      const parts = found
        ? [...this.statements(reply), ...this.sources(reply.citations)]
        : [...this.refusal(reply), ...this.nearest(reply.nearest)];
      this.show("", asked, ...parts);
      const turns = [["user", question], ["assistant", reply.answer]];
      this.turns.push(...turns.map(([role, content]) => ({ role, content })));
      this.turns = this.turns.slice(-MAX_TURNS);
      this.again.hidden = false;
      this.question.value = "";
      this.reply.focus();
    }

    refusal(reply) {
      const title = make("p", { class: "title" }, this.words.not_found);
      return [title, make("p", { class: "text" }, reply.answer)];
    }

    /** The answer's Markdown: a sentence that leads in, then items which end in their markers. */
    statements(reply) {
      const [introduction, ...items] = reply.answer.split(/\n+(?=- )/);
      const cited = new Map(reply.citations.map((citation) => [citation.number, citation]));
      const lead = make("p", { class: "text" }, ...this.marked(introduction, cited));
      const item = (text) => make("li", { class: "text" }, ...this.marked(text.slice(2), cited));
      return items.length ? [lead, make("ul", {}, ...items.map(item))] : [lead];
    }

    marked(text, cited) {
      return text.split(/(\[\d+\](?=(?:\[\d+\])*(?:\n|$)))/).map((piece) => {
        const citation = /^\[\d+\]$/.test(piece) ? cited.get(Number(piece.slice(1, -1))) : null;
        if (!citation) return piece;
        const name = filled(this.words.source, { number: citation.number, place: citation.label });
        return link(citation.url, piece, { "aria-label": name, title: name });
      });
    }

    sources(citations) {
      const items = citations.map((c) => make("li", { value: String(c.number) },
        make("blockquote", {}, c.quote), this.reading(c), this.place(c)));
      return [make("p", { class: "title" }, this.words.sources), make("ol", {}, ...items)];
    }

    nearest(passages) {
      if (!passages.length) return [];
      const items = passages.map((p) => make("li", {}, this.place(p)));
      return [make("p", { class: "title" }, this.words.nearest), make("ul", {}, ...items)];
    }

    place(place) {
      return make("div", {}, link(place.url, place.label));
    }

    reading(citation) {
      const version = citation.version;
      if (!version) return null;
      const w = this.words;
      const standing = version.standing === "official" ? w.official : w.working_translation;
      const said = `${version.text} (${standing})`;
      return make("p", { class: "reading text", lang: version.language }, said);
    }
  }

  function start() {
    const host = make("div", { "data-planwijzer": "" });
    if (script.dataset.theme) host.dataset.theme = script.dataset.theme;
    const wanted = script.dataset.target;
    const target = wanted ? document.querySelector(wanted) : null;
    if (target) target.append(host);
    else if (script.parentNode && script.parentNode !== document.head) script.after(host);
    else document.body.append(host);
    new Box(host, languageOf(script));
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
