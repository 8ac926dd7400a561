// What scripting adds to pages that are complete without it.
import { followKeys, followRows, listen } from "./keys.js";
import { followMap } from "./map.js";
import { lightPassages } from "./passages.js";
import { watchRequests } from "./reach.js";
import { followReview } from "./review.js";
import { followSearch, followSlash } from "./search.js";
import { followTimeline } from "./timeline.js";
import { sendFiles } from "./uploads.js";

const source = document.querySelector("[data-source]");
if (source) {
  const passages = lightPassages(source);
  followKeys(passages);
}

const form = document.getElementById("files-form");
if (form) sendFiles(form);

if (document.querySelector("[data-review]")) followReview();

const map = document.querySelector("[data-map]");
if (map) followMap(map);

const search = document.querySelector("[data-search]");
if (search) followSearch(search);

if (document.querySelector("[data-rows]")) followRows();
const timeline = document.querySelector("[data-timeline]");
if (timeline) followTimeline(timeline);

followSlash();
listen();
document.querySelector(".rooms [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
watchRequests();

for (const opener of document.querySelectorAll("[data-opens]")) {
  opener.addEventListener("click", () => document.getElementById(opener.dataset.opens).showModal());
}
