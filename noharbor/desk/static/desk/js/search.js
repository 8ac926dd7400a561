// Search by keyboard: a key to the field from every page, hits as you type, and hits to walk.
import { singleKeys } from "./keys.js";

/** The key / leads to the search field of the page, wherever one is. */
export function followSlash() {
  const field = document.querySelector("[data-search] input[type='search'], .bar-search input");
  if (!field) return;
  singleKeys({
    press(key) {
      if (key !== "/") return false;
      // On a narrow screen the bar has no room for the field.
      if (!field.checkVisibility()) location.assign(field.form.action);
      field.focus();
      field.select();
      return true;
    },
  });
}

/** @param {HTMLElement} room The search page: form and hits. */
export function followSearch(room) {
  const field = room.querySelector("input[type='search']");
  const hits = () => [...room.querySelectorAll(".hit-link")];

  // While a word is still being put together by an input method, its letters are not what is looked for.
  const typed = () => field.dispatchEvent(new CustomEvent("typed", { bubbles: true }));
  field.addEventListener("input", (event) => event.isComposing || typed());
  field.addEventListener("compositionend", typed);

  // What replaces the hits is not read aloud by itself: its headings say how many there are.
  document.addEventListener("htmx:after:swap", () => {
    const headings = [...room.querySelectorAll("#found h2")].map((heading) => heading.textContent.trim());
    room.querySelector("[data-said]").textContent = headings.join(". ");
  });

  function step(by) {
    const all = hits();
    const next = all.indexOf(document.activeElement) + by;
    if (next < 0) field.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
  }

  room.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    // The browser would empty the field; leaving it must not lose what was found.
    if (event.key === "Escape" && event.target === field) event.preventDefault();
    const isWalking = event.target === field || event.target.matches(".hit-link");
    if (!isWalking || !["ArrowDown", "ArrowUp"].includes(event.key)) return;
    event.preventDefault();
    step(event.key === "ArrowDown" ? 1 : event.target === field ? 0 : -1);
  });

  singleKeys({
    press(key) {
      if (key === "j") step(1);
      else if (key === "k") step(-1);
      else return false;
      return true;
    },
    leave: () => hits()[0]?.focus(),
  });
}
