// Single keys for those who review a great many things. They can be switched off, since speech input types letters too.
// What each does is listed in widgets/keys.py; the list on the screen is made from there.

const SETTING = "noharbor.single-keys";
const rooms = [];

/** Whether this browser's single keys are on. */
const areSingleKeysOn = () => localStorage.getItem(SETTING) !== "off";

/**
 * Hear the single keys of a room.
 *
 * @param {{ press: (key: string) => boolean, leave?: () => void }} room What a key does there, and whether it did
 *   anything; and where the focus goes when somebody leaves a field.
 */
export function singleKeys(room) {
  rooms.push(room);
}

/** Listen to the keyboard, on pages that list their keys. */
export function listen() {
  const dialog = document.getElementById("keys");
  if (!dialog) return;
  const setting = document.getElementById("keys-on");
  setting.checked = areSingleKeysOn();
  setting.addEventListener("change", () => localStorage.setItem(SETTING, setting.checked ? "on" : "off"));

  singleKeys({
    press(key) {
      if (key === "?") dialog.showModal();
      return key === "?";
    },
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
    // A dialog that has just closed may still hold the focus for a moment; nobody is typing there.
    const typing = event.target.matches("input, textarea, select") && !event.target.closest("dialog:not([open])");
    if (typing) {
      if (event.key === "Escape") leave(event.target);
    } else if (areSingleKeysOn() && rooms.some((room) => room.press(event.key))) {
      event.preventDefault();
    }
  });
}

function leave(field) {
  const room = rooms.find((one) => one.leave);
  if (room) room.leave();
  else field.blur();
}

/** The keys of a table whose rows lead on: from one to the next, and back into the table out of a field. */
export function followRows() {
  const rows = () => [...document.querySelectorAll("[data-rows] td.lead a")].filter((link) => link.checkVisibility());

  singleKeys({
    press(key) {
      const by = { j: 1, k: -1 }[key];
      if (!by) return false;
      const all = rows();
      const here = all.indexOf(document.activeElement);
      all[here < 0 ? 0 : Math.min(Math.max(here + by, 0), all.length - 1)]?.focus();
      return true;
    },
    leave: () => rows()[0]?.focus(),
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
