// Without this script the language switch still works; it only remembers and guesses.
(() => {
  const choices = [...document.querySelectorAll("input[name=language]")];
  const show = (choice) => { choice.checked = true; document.documentElement.lang = choice.value; };
  const wanted = [location.hash.slice(1), ...navigator.languages].map((tag) => tag.slice(0, 2));
  const first = wanted.map((tag) => choices.find((c) => c.value === tag)).find(Boolean);
  if (first) show(first);
  choices.forEach((choice) => choice.addEventListener("change", () => {
    show(choice);
    history.replaceState(null, "", `#${choice.value}`);
  }));
})();
