// The map in the hand: moved and scaled by pointer, fingers and keys, its list and its marks lit together, its slider.
// Without this the page shows the same, by a form and a choice of parts.

const CLOSEST = 36;
const STEP = 0.15;
const SCALE = 1.5;
const CLICK = 5;

export function followMap(room) {
  let box = null;
  let drawing = null;
  // How wide and high the whole map is, in its units.
  const whole = Number(room.querySelector(".map-drawing").dataset.whole);
  // Pixels to a unit at which the labels were laid out.
  const levels = room.querySelector(".map-drawing").dataset.levels.split(" ").map(Number);

  function start() {
    const found = room.querySelector(".map-drawing");
    if (!found || found === drawing) return;
    const sameView = drawing && drawing.dataset.view === found.dataset.view;
    drawing = found;
    if (!sameView || !box) box = boxOf(drawing);
    listenTo(drawing);
    show();
  }

  function boxOf(svg) {
    const [left, top, side] = svg.getAttribute("viewBox").split(" ").map(Number);
    return { left, top, side };
  }

  function show() {
    const side = Math.min(Math.max(box.side, CLOSEST), whole);
    const most = Math.max(whole - side, 0);
    box = { side, left: clamp(box.left, 0, most), top: clamp(box.top, 0, most) };
    drawing.setAttribute("viewBox", `${box.left} ${box.top} ${side} ${side}`);
    const pixels = drawing.clientWidth / side || 1;
    drawing.style.setProperty("--unit", String(1 / pixels));
    const level = levels.findLastIndex((scale) => scale <= pixels * 1.05);
    drawing.dataset.level = String(Math.max(level, 0));
    drawing.classList.toggle("closer", side < whole * 0.98);
  }

  // Change the scale around a point given as parts of the drawing's width and height.
  function scale(by, [across, down] = [0.5, 0.5]) {
    const side = Math.min(Math.max(box.side / by, CLOSEST), whole);
    box = { side, left: box.left + (box.side - side) * across, top: box.top + (box.side - side) * down };
    show();
  }

  // Come closer; from the whole map to where the marks are, or one would come closer to the open sea.
  function closer() {
    const marks = box.side < whole * 0.98 ? [] : [...drawing.querySelectorAll("[data-at]")];
    const points = marks.map((mark) => mark.dataset.at.split(" ").map(Number));
    const middle = (axis) => points.map((point) => point[axis]).sort((one, other) => one - other)[points.length >> 1];
    if (points.length) box = { ...box, left: middle(0) - whole / 2, top: middle(1) - whole / 2 };
    scale(SCALE);
  }

  function move(across, down) {
    box = { ...box, left: box.left + across * box.side, top: box.top + down * box.side };
    show();
  }

  function all() {
    box = { left: 0, top: 0, side: whole };
    show();
  }

  function listenTo(svg) {
    const fingers = new Map();
    let moved = 0;

    svg.addEventListener("dragstart", (event) => event.preventDefault());
    svg.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      fingers.set(event.pointerId, event);
      if (fingers.size === 1) moved = 0;
    });
    svg.addEventListener("pointermove", (event) => {
      const before = fingers.get(event.pointerId);
      if (!before) return;
      const width = svg.clientWidth;
      const other = [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId);
      if (other) {
        const frame = svg.getBoundingClientRect();
        const grown = apart(event, other) / (apart(before, other) || 1);
        const between = [(event.clientX + other.clientX) / 2 - frame.left, (event.clientY + other.clientY) / 2 - frame.top];
        scale(grown, between.map((pixels) => pixels / width));
        moved = CLICK;
      } else {
        moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
        if (moved >= CLICK) {
          if (!svg.hasPointerCapture(event.pointerId)) svg.setPointerCapture(event.pointerId);
          svg.classList.add("moving");
          move((before.clientX - event.clientX) / width, (before.clientY - event.clientY) / width);
        }
      }
      fingers.set(event.pointerId, event);
    });
    for (const end of ["pointerup", "pointercancel"]) {
      svg.addEventListener(end, (event) => {
        fingers.delete(event.pointerId);
        svg.classList.remove("moving");
      });
    }
    // Whoever drags the map does not want to follow the mark under the pointer.
    svg.addEventListener("click", (event) => { if (moved >= CLICK) event.preventDefault(); }, true);
    svg.addEventListener("wheel", (event) => {
      // The wheel alone scrolls the page; with Ctrl, or two fingers on a pad, it is the map's.
      if (!event.ctrlKey) return;
      event.preventDefault();
      const frame = svg.getBoundingClientRect();
      const under = [(event.clientX - frame.left) / frame.width, (event.clientY - frame.top) / frame.height];
      scale(event.deltaY < 0 ? SCALE : 1 / SCALE, under);
    }, { passive: false });
  }

  const KEYS = {
    ArrowLeft: () => move(-STEP, 0),
    ArrowRight: () => move(STEP, 0),
    ArrowUp: () => move(0, -STEP),
    ArrowDown: () => move(0, STEP),
    "+": closer,
    "=": closer,
    "-": () => scale(1 / SCALE),
    0: all,
  };

  room.addEventListener("keydown", (event) => {
    if (!event.target.matches(".map-frame") || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  room.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) ({ in: closer, out: () => scale(1 / SCALE), all })[button.dataset.zoom]();
  });

  // A row and its mark are lit together; a mark out of sight is brought into it when its row is reached by key.
  function light(mark, { bring = false } = {}) {
    for (const lit of room.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!mark) return;
    for (const one of room.querySelectorAll(`[data-mark="${CSS.escape(mark)}"]`)) one.classList.add("lit");
    const at = room.querySelector(`[data-at][data-mark="${CSS.escape(mark)}"]`)?.dataset.at.split(" ").map(Number);
    if (!bring || !at) return;
    const [x, y] = at;
    const inside = x > box.left && x < box.left + box.side && y > box.top && y < box.top + box.side;
    if (!inside) {
      box = { ...box, left: x - box.side / 2, top: y - box.side / 2 };
      show();
    }
  }

  const markOf = (event) => event.target.closest?.("[data-mark]")?.dataset.mark;
  room.addEventListener("focusin", (event) => light(markOf(event), { bring: true }));
  room.addEventListener("pointerover", (event) => light(markOf(event)));

  slide(room);
  start();
  new MutationObserver(() => {
    start();
    setSlider(room);
  }).observe(room, { childList: true });
  new ResizeObserver(() => show()).observe(room);
}

function clamp(number, least, most) {
  return Math.min(Math.max(number, least), most);
}

function apart(one, other) {
  return Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
}

// The slider writes into the two fields of the form, which then asks for the page.
function slide(room) {
  const slider = room.querySelector(".map-slider");
  const [first, last] = slider.querySelectorAll("input");
  slider.addEventListener("input", (event) => {
    if (event.target === first && Number(first.value) > Number(last.value)) last.value = first.value;
    if (event.target === last && Number(last.value) < Number(first.value)) first.value = last.value;
    for (const end of [first, last]) {
      const month = monthOf(slider, Number(end.value));
      document.getElementById(end.dataset.slides).value = month;
      end.setAttribute("aria-valuetext", words(month));
    }
  });
}

// After another way to choose a period, the slider stands where the page says.
function setSlider(room) {
  const slider = room.querySelector(".map-slider");
  const shown = room.querySelector(".map-results");
  if (!shown || slider.contains(document.activeElement)) return;
  const [first, last] = slider.querySelectorAll("input");
  for (const [end, month] of [[first, shown.dataset.first], [last, shown.dataset.last]]) {
    end.value = String(months(month) - months(slider.dataset.earliest));
    end.setAttribute("aria-valuetext", words(month));
  }
}

function months(written) {
  const [year, month] = written.split("-").map(Number);
  return year * 12 + month - 1;
}

function monthOf(slider, step) {
  const number = months(slider.dataset.earliest) + step;
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

function words(written) {
  const [year, month] = written.split("-").map(Number);
  const format = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", year: "numeric", timeZone: "UTC" });
  return format.format(Date.UTC(year, month - 1, 1));
}
