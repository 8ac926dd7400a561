// The queue of pairs by keyboard, and where the focus goes when the next pair has come.
import { singleKeys } from "./keys.js";

const KEYS = ["s", "d", "u", "n", "b", "z", "w"];
const region = () => document.querySelector("[data-review]");

export function followReview() {
  const heading = () => document.getElementById("pair-heading");

  singleKeys({
    press(key) {
      if (!KEYS.includes(key)) return false;
      const control = region().querySelector(`[data-key="${key}"]`);
      if (control?.matches("textarea")) control.focus();
      else control?.click();
      return true;
    },
    leave: () => heading()?.focus({ preventScroll: true }),
  });

  // The heading of the new pair is read aloud, and the keys go on from there; after a refusal, the field for reasons.
  document.addEventListener("htmx:after:swap", () => {
    const next = region()?.querySelector("[data-focus]");
    next?.focus();
    if (next === heading()) region().scrollIntoView({ block: "start" });
  });
}
