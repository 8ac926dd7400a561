// The timeline in the hand: keys, wheel and fingers follow the links that are on the page, and only its results are
// fetched. Without this the same links lead to the same pages.

// How far fingers must spread or close before they mean the next step.
const SPREAD = 1.4;
const ASK = { source: "#results", target: "#results", swap: "outerHTML" };

export function followTimeline(room) {
  const fingers = new Map();
  let apartAtFirst = 0;
  let busy = false;

  const frame = () => room.querySelector(".timeline-frame");

  async function go(address) {
    if (!address || busy) return;
    busy = true;
    const held = document.activeElement === frame();
    frame()?.classList.add("busy");
    const url = new URL(address, window.location.href);
    try {
      await window.htmx.ajax("GET", url.pathname + url.search, ASK);
    } finally {
      busy = false;
      frame()?.classList.remove("busy");
    }
    tellForm(url);
    if (held) frame()?.focus();
  }

  function step(way) {
    go(room.querySelector(`[data-go="${way}"]`)?.getAttribute("href"));
  }

  // One step closer: the unit of the coarser row of the axis under a point of the window, of the finer where the
  // coarser shows no more than itself, or the fullest where none is there.
  function closerAt(across) {
    const rows = [...room.querySelectorAll(".timeline-axis-row")];
    for (const row of rows) {
      for (const link of row.querySelectorAll("a[data-zoom]")) {
        const tick = link.querySelector("rect").getBoundingClientRect();
        if (tick.left <= across && across < tick.right) return go(link.getAttribute("href"));
      }
    }
    return step("closer");
  }

  // The form says what is shown now, for whoever goes on by it.
  function tellForm(url) {
    const shown = room.querySelector("#results").dataset;
    for (const field of room.querySelectorAll("form [name]")) {
      field.value = shown[field.name] ?? url.searchParams.get(field.name) ?? field.options?.[0].value ?? "";
    }
  }

  const KEYS = {
    ArrowLeft: () => step("earlier"),
    ArrowRight: () => step("later"),
    "+": () => step("closer"),
    "=": () => step("closer"),
    "-": () => step("farther"),
  };

  room.addEventListener("keydown", (event) => {
    if (!event.target.matches(".timeline-frame") || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  room.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-zoom], a[data-go]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(link.getAttribute("href"));
  });

  room.addEventListener("wheel", (event) => {
    // The wheel alone scrolls the page; with Ctrl, or two fingers on a pad, it is the timeline's.
    if (!event.ctrlKey || !event.target.closest(".timeline-frame")) return;
    event.preventDefault();
    if (event.deltaY < 0) closerAt(event.clientX);
    else step("farther");
  }, { passive: false });

  room.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "touch" || !event.target.closest(".timeline-frame")) return;
    fingers.set(event.pointerId, event);
    apartAtFirst = fingers.size === 2 ? apart() : 0;
  });
  room.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    fingers.set(event.pointerId, event);
    if (!apartAtFirst) return;
    const grown = apart() / apartAtFirst;
    if (grown < SPREAD && grown > 1 / SPREAD) return;
    apartAtFirst = 0;
    const [one, other] = [...fingers.values()];
    if (grown > 1) closerAt((one.clientX + other.clientX) / 2);
    else step("farther");
  });
  for (const end of ["pointerup", "pointercancel"]) {
    room.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }

  function apart() {
    const [one, other] = [...fingers.values()];
    return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) || 1;
  }

  // A row and its mark are lit together.
  function light(mark) {
    for (const lit of room.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!mark) return;
    for (const one of room.querySelectorAll(`[data-mark="${CSS.escape(mark)}"]`)) one.classList.add("lit");
  }

  const markOf = (event) => event.target.closest?.("[data-mark]")?.dataset.mark;
  room.addEventListener("focusin", (event) => light(markOf(event)));
  room.addEventListener("pointerover", (event) => light(markOf(event)));
}
