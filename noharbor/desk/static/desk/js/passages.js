// Lights a statement's words when the statement is chosen, and the other way round.

/**
 * @param {HTMLElement} source The two panes.
 * @returns What the keys need: the cards in order, the chosen one, and how to choose.
 */
export function lightPassages(source) {
  const scroller = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  let chosen = source.querySelector(".statement.lit")?.dataset.statement ?? null;

  const cards = () => [...source.querySelectorAll(".statement")].filter((card) => card.checkVisibility());
  const card = (statement) => document.getElementById(`statement-${statement}`);
  // The words that tell it, not a headline that tells it again: an empty anchor stands before them.
  const telling = (statement) => {
    let after = document.getElementById(`passage-${statement}`);
    while (after && !after.classList.contains("passage")) after = after.nextElementSibling;
    return after ?? words(statement)[0];
  };
  const words = (statement) => [...source.querySelectorAll(`.passage[data-statements~="${statement}"]`)];

  function light(statement) {
    for (const lit of source.querySelectorAll(".lit")) lit.classList.remove("lit");
    if (!statement) return;
    card(statement)?.classList.add("lit");
    for (const passage of words(statement)) passage.classList.add("lit");
  }

  function into(element) {
    if (!element) return;
    const pane = element.closest(".scroll");
    const outer = pane && pane.scrollHeight > pane.clientHeight ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
    const inner = element.getBoundingClientRect();
    if (inner.top < outer.top + 24 || inner.bottom > outer.bottom - 24) {
      element.scrollIntoView({ block: inner.height > outer.bottom - outer.top ? "start" : "center", behavior: scroller });
    }
  }

  /** Choose a statement: light it and its words, and bring both into view. */
  function choose(statement, { focus = false, scrollWords = true, scrollCard = true } = {}) {
    if (!statement || !card(statement)) return;
    chosen = statement;
    light(statement);
    if (scrollCard) into(card(statement));
    if (scrollWords) into(telling(statement));
    if (focus) card(statement).focus({ preventScroll: true });
    history.replaceState(null, "", `?statement=${statement}`);
  }

  const isWide = () => matchMedia("(min-width: 64.0625rem)").matches;

  // Looking is enough to see the words; choosing keeps them.
  source.addEventListener("mouseover", (event) => {
    const over = event.target.closest(".statement, .passage");
    if (over) light(over.dataset.statement ?? over.dataset.statements.split(" ")[0]);
    else light(chosen);
  });
  source.addEventListener("mouseleave", () => light(chosen));

  source.addEventListener("focusin", (event) => {
    const card = event.target.closest(".statement");
    if (card && card.dataset.statement !== chosen) choose(card.dataset.statement, { scrollCard: false, scrollWords: isWide() });
  });

  source.addEventListener("click", (event) => {
    const passage = event.target.closest(".passage");
    if (passage) {
      event.preventDefault();
      // Where several statements share their words, each click goes to the next of them.
      const told = passage.dataset.statements.split(" ");
      choose(told[(told.indexOf(chosen) + 1) % told.length], { focus: true, scrollWords: false });
      return;
    }
    const clicked = event.target.closest(".statement");
    if (!clicked) return;
    if (event.target.closest(".to-passage")) {
      event.preventDefault();
      choose(clicked.dataset.statement, { scrollCard: false });
      return;
    }
    if (!event.target.closest("a, button, summary, input, label")) {
      choose(clicked.dataset.statement, { scrollCard: false, scrollWords: isWide() });
    }
  });

  // A card that comes back from the server keeps its place, and its words take on its new state.
  document.addEventListener("htmx:after:swap", () => {
    for (const fresh of source.querySelectorAll(".statement")) {
      const rejected = !["proposed", "confirmed"].includes(fresh.dataset.state);
      for (const passage of words(fresh.dataset.statement)) {
        if (passage.dataset.statements.split(" ")[0] !== fresh.dataset.statement) continue;
        passage.classList.toggle("passage-confirmed", fresh.dataset.state === "confirmed");
        passage.classList.toggle("passage-quiet", rejected);
      }
    }
    if (!chosen) return;
    light(chosen);
    if (document.activeElement === document.body) card(chosen)?.focus({ preventScroll: true });
  });

  if (chosen) {
    into(words(chosen)[0]);
    into(card(chosen));
  }

  return { cards, choose, card, current: () => chosen };
}
