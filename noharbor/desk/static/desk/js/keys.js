// Single keys for those who review a great many things. They can be switched off, since speech input types letters too.

const SETTING = "noharbor.single-keys";

/** Whether this browser's single keys are on. */
export const areSingleKeysOn = () => localStorage.getItem(SETTING) !== "off";

/**
 * @param {{ press: (key: string) => boolean, leave: () => void }} room What a key does there, and whether it did
 *   anything; and where the focus goes when somebody leaves a field.
 */
export function singleKeys({ press, leave }) {
  const dialog = document.getElementById("keys");
  const setting = document.getElementById("keys-on");
  if (setting) {
    setting.checked = areSingleKeysOn();
    setting.addEventListener("change", () => localStorage.setItem(SETTING, setting.checked ? "on" : "off"));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog?.open) return;
    // A dialog that has just closed may still hold the focus for a moment; nobody is typing there.
    const typing = event.target.matches("input, textarea, select") && !event.target.closest("dialog:not([open])");
    if (typing) {
      if (event.key === "Escape") leave();
      return;
    }
    if (setting && !setting.checked && event.key !== "?") return;
    if (event.key === "?") dialog?.showModal();
    else if (!press(event.key)) return;
    event.preventDefault();
  });
}

/** The keys of a source beside its statements. */
export function followKeys(passages) {
  function step(by) {
    const cards = passages.cards();
    if (!cards.length) return;
    const here = cards.findIndex((card) => card.dataset.statement === passages.current());
    const next = here < 0 ? (by > 0 ? 0 : cards.length - 1) : Math.min(Math.max(here + by, 0), cards.length - 1);
    passages.choose(cards[next].dataset.statement, { focus: true });
  }

  function judge(key) {
    const card = passages.card(passages.current());
    const control = card?.querySelector(`[data-key="${key}"]`);
    if (!control) return;
    control.click();
    if (key === "x") card.querySelector(".rejecting[open] input[name='why']")?.focus();
  }

  singleKeys({
    press(key) {
      if (key === "j") step(1);
      else if (key === "k") step(-1);
      else if (["c", "e", "x", "u"].includes(key)) judge(key);
      else return false;
      return true;
    },
    leave: () => passages.card(passages.current())?.focus({ preventScroll: true }),
  });
}
