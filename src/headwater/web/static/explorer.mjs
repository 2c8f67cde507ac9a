// Comfort only: every page works without this file. Keys: / search, j and k next and previous, c copy, ? help.
const items = [...document.querySelectorAll("main [data-item], main figure[id], main table.index tbody tr")];
let at = -1;

function go(step) {
  if (!items.length) return;
  items[at]?.classList.remove("here");
  at = Math.min(items.length - 1, Math.max(0, at + step));
  const item = items[at];
  item.classList.add("here");
  item.scrollIntoView({ block: "nearest" });
  (item.querySelector("a[href]") ?? item).focus({ preventScroll: true });
}

async function copy() {
  const item = items[at];
  const id = item?.id;
  const words = item?.querySelector("mark")?.textContent ?? document.querySelector("h1")?.textContent ?? "";
  const from = item?.querySelector("figcaption")?.textContent ?? "";
  const address = location.origin + location.pathname + location.search + (id ? "#" + id : location.hash);
  try {
    await navigator.clipboard.writeText(`“${words.trim()}” ${from.trim()} ${address}`);
    document.getElementById("told").textContent = "Copied: the words, where they stand, and this address.";
  } catch {
    document.getElementById("told").textContent = "This browser does not let the page copy.";
  }
}

const help = document.getElementById("keys");
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("q")?.focus();
  } else if (event.key === "j") go(1);
  else if (event.key === "k") go(-1);
  else if (event.key === "c") copy();
  else if (event.key === "?") help?.open ? help.close() : help?.showModal();
});
