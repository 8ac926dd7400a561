// What is seen and heard while the node works on something, when it has, and when it does not answer.

const RETRY_MILLISECONDS = 2000;
/** What a proxy in front of the node says when the node is gone. */
const GONE = [502, 503, 504];

export function watchRequests() {
  const busy = document.getElementById("busy");
  const notices = document.getElementById("notices");
  const running = new Set();
  let retry = 0;

  document.addEventListener("htmx:before:request", ({ detail: { ctx } }) => {
    // What a page asks by itself every second or two is nothing anybody waits for.
    if (ctx.sourceEvent?.type === "every") return;
    running.add(ctx);
    ctx.target?.setAttribute("aria-busy", "true");
    busy.hidden = false;
  });

  document.addEventListener("htmx:finally:request", ({ detail: { ctx } }) => {
    ctx.target?.removeAttribute("aria-busy");
    running.delete(ctx);
    busy.hidden = !running.size;
  });

  // A heading that comes with what it heads is not read aloud by itself; a place that was there before is.
  document.addEventListener("htmx:after:swap", () => {
    const told = document.querySelector("[data-told]");
    if (told) document.getElementById("told").textContent = told.textContent.trim();
  });

  document.addEventListener("htmx:response:error", ({ detail: { ctx } }) => {
    if (!GONE.includes(ctx.response.status)) return;
    // A proxy's own page has no place inside of ours.
    ctx.status = "gone";
    tellGone();
  });

  document.addEventListener("htmx:error", ({ detail: { ctx } }) => {
    // Without an answer there is no response; anything else that went wrong is no question of reach.
    if (ctx && !ctx.response) tellGone();
  });

  function tellGone() {
    if (retry) return;
    show("unanswered");
    retry = setInterval(ask, RETRY_MILLISECONDS);
  }

  async function ask() {
    const found = await fetch(document.querySelector("link[rel=icon]").href, { cache: "no-store" }).catch(() => null);
    if (!found?.ok) return;
    clearInterval(retry);
    retry = 0;
    show("answered");
  }

  /** Put the words of a template where notices stand; being a live region, it is read aloud. */
  function show(template) {
    notices.replaceChildren(document.getElementById(template).content.cloneNode(true));
  }
}
