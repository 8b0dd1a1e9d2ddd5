// What happens on the chat's page without asking the server a question: feedback, files, and the
// key that leads back to the question.
"use strict";

window.planwijzer = {
  // Brings the last turn into view when it is asked and when its answer begins; who reads on while
  // more of it comes stays where they are.
  follow() {
    const turns = document.querySelectorAll(".talk .turn");
    const last = turns[turns.length - 1];
    const at = `${turns.length} ${Boolean(last?.querySelector(".reply"))}`;
    if (last && at !== this.followed) last.scrollIntoView({ block: "start" });
    this.followed = at;
  },

  // Hands the visitor a file that the server made and did not keep.
  save(file) {
    const { name, type, base64 } = JSON.parse(file);
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  },
};

{
  const given = new Map();

  function say(form, text) {
    form.querySelector("[role=status]").textContent = text;
  }

  function settle(form) {
    // Saying it changes the page, which would call this again.
    if (!given.has(form.dataset.answer) || !form.querySelector(".thumbs")) return;
    form.querySelectorAll(".thumbs, .why").forEach((part) => part.remove());
    say(form, given.get(form.dataset.answer));
  }

  // The conversation is drawn anew with every question; what was thought of an answer stays.
  new MutationObserver(() => {
    document.querySelectorAll("form.feedback").forEach(settle);
  }).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener("click", (event) => {
    const thumb = event.target.closest(".feedback [data-verdict]");
    if (!thumb) return;
    const form = thumb.closest("form");
    for (const other of form.querySelectorAll("[data-verdict]")) {
      other.setAttribute("aria-pressed", String(other === thumb));
    }
    form.querySelector(".why").hidden = false;
    form.querySelector("textarea").focus();
  });

  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("form.feedback");
    if (!form) return;
    event.preventDefault();
    const body = {
      answer_id: form.dataset.answer,
      verdict: form.querySelector("[aria-pressed=true]").dataset.verdict,
      comment: form.elements.comment.value,
    };
    if (form.elements.agreed.checked) body.question = form.dataset.question;
    const kept = await send(body);
    if (kept) given.set(form.dataset.answer, form.dataset.thanks);
    if (kept) settle(form);
    else say(form, form.dataset.failed);
  });

  async function send(body) {
    try {
      const response = await fetch(new URL("api/v1/feedback", document.baseURI), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
      return response.ok;
    } catch {
      return false;
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    document.querySelector("#question textarea")?.focus();
  });
}
