// Files go one by one, each with its progress, its own way to stop, and its own outcome.

const AT_ONCE = 2;

export function sendFiles(form) {
  const drop = document.getElementById("drop");
  const chooser = document.getElementById("files");
  const list = document.getElementById("uploads");
  const part = document.getElementById("uploads-part");
  const template = document.getElementById("upload-template");
  const words = document.getElementById("upload-words").dataset;
  const waiting = [];
  let running = 0;
  let asked = null;

  form.addEventListener("submit", (event) => {
    if (!chooser.files.length) return; // The server says what is missing.
    event.preventDefault();
    take(chooser.files);
    chooser.value = "";
  });

  // Whoever chooses files wants to hand them in; the button stays for those without scripting.
  chooser.addEventListener("change", () => {
    take(chooser.files);
    chooser.value = "";
  });

  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "dragend"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    take(event.dataTransfer.files);
  });
  // A file dropped beside the field would make the browser leave the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

  function take(files) {
    part.hidden = false;
    for (const file of files) {
      const row = template.content.firstElementChild.cloneNode(true);
      row.querySelector(".name").textContent = file.name;
      list.append(row);
      const job = { file, row, request: new XMLHttpRequest(), over: false };
      row.querySelector(".cancel").addEventListener("click", () => cancel(job));
      waiting.push(job);
    }
    next();
  }

  function next() {
    while (running < AT_ONCE && waiting.length) {
      const job = waiting.shift();
      if (job.over) continue;
      running += 1;
      send(job);
    }
  }

  function cancel(job) {
    if (job.over) return;
    finish(job, words.cancelled);
    job.request.abort();
  }

  function send(job) {
    const { request, row, file } = job;
    const body = new FormData(form);
    body.delete("files");
    body.append("files", file, file.name);
    const progress = row.querySelector("progress");
    const percent = row.querySelector(".percent");
    request.upload.addEventListener("progress", (event) => {
      if (!event.lengthComputable) return;
      progress.value = (100 * event.loaded) / event.total;
      percent.textContent = `${Math.floor(progress.value)} %`;
    });
    request.upload.addEventListener("load", () => {
      progress.removeAttribute("value");
      percent.textContent = "";
      row.querySelector(".cancel").hidden = true;
      progress.setAttribute("aria-label", words.settling);
    });
    request.addEventListener("loadend", () => {
      running -= 1;
      if (!job.over) settle(job);
      next();
    });
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.send(body);
  }

  function settle(job) {
    const { request } = job;
    if (request.status === 401) return finish(job, words.signedOut);
    if (request.status !== 200) return finish(job, words.failed);
    const parsed = new DOMParser().parseFromString(`<table><tbody>${request.responseText}</tbody></table>`, "text/html");
    const rows = [...parsed.querySelectorAll("tr[id]")];
    if (!rows.length) return finish(job, words.failed);
    job.over = true;
    job.row.remove();
    part.hidden = !list.children.length;
    show(rows);
  }

  async function show(rows) {
    if (!document.getElementById("arrival-rows")) await firstTable();
    const table = document.getElementById("arrival-rows");
    if (!table) return;
    for (const row of rows.reverse()) {
      document.getElementById(row.id)?.remove();
      table.prepend(document.adoptNode(row));
      window.htmx?.process(row);
    }
  }

  // Before the first arrival there is no table yet: that part of the page is asked for, while other files go on. It is
  // asked for once: a second answer, as old as its question, would take away what was added to the first.
  function firstTable() {
    asked ??= askForTable().finally(() => {
      asked = null;
    });
    return asked;
  }

  async function askForTable() {
    const answer = await fetch(location.pathname, { headers: { "HX-Request": "true" } });
    if (!answer.ok) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("arrivals");
    document.getElementById("arrivals").replaceWith(document.adoptNode(part));
    window.htmx?.process(part);
  }

  function finish(job, outcome) {
    job.over = true;
    const { row } = job;
    row.querySelector("progress").hidden = true;
    row.querySelector(".percent").hidden = true;
    row.querySelector(".cancel").hidden = true;
    const told = row.querySelector(".outcome");
    told.hidden = false;
    told.textContent = outcome;
  }
}
