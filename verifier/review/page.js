// What the page can do beyond being read: filters, keys, copying. It asks nobody for anything and writes only text.
"use strict";
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => { each.open = true; }));

for (const section of document.querySelectorAll("section.article")) {
  const tools = section.querySelector("form.tools");
  if (!tools) continue;
  const cards = [...section.querySelectorAll(".card")];
  const texts = new Map();
  const text = (card) => texts.get(card) ?? texts.set(card, card.textContent.toLowerCase()).get(card);
  const parts = new Map(cards.map((card) => [card, []]));
  const owners = new Map(cards.flatMap((card) => [[card.id, card], [card.querySelector("h4 a").hash.slice(1), card]]));
  for (const mark of section.querySelectorAll("mark, a.m")) {
    const card = owners.get(mark.dataset.of || mark.id || mark.hash.slice(1));
    if (card) parts.get(card).push(mark);
  }
  const status = tools.querySelector("[role=status]");
  const wanted = (name) => tools.querySelector(`[data-filter=${name}]`).value;

  const filter = () => {
    const state = wanted("state"), outlet = wanted("outlet"), rule = wanted("rule");
    const search = wanted("words").toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const fits = (!state || card.dataset.state.split(" ").includes(state))
        && (!outlet || card.dataset.outlets.split("\n").includes(outlet))
        && (!rule || card.dataset.rules.split(" ").includes(rule))
        && search.every((word) => text(card).includes(word));
      card.hidden = !fits;
      shown += fits;
      for (const mark of parts.get(card)) mark.classList.toggle("off", !fits);
    }
    status.textContent = `${shown} of ${cards.length} cards shown`;
  };
  tools.addEventListener("input", filter);
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.querySelector("[data-do=clear]").addEventListener("click", () => { tools.reset(); filter(); });
  tools.hidden = false;
  filter();
  section.select = (card) => {
    for (const other of section.querySelectorAll(".now")) other.classList.remove("now");
    card.classList.add("now");
    for (const mark of parts.get(card)) mark.classList.add("now");
    const first = parts.get(card)[0];
    if (first) first.scrollIntoView({ block: "center" });
    card.scrollIntoView({ block: "start" });
    const panes = card.closest(".panes");
    if (getComputedStyle(panes).gridTemplateColumns.includes(" ")) panes.scrollIntoView({ block: "start" });
  };
  section.visible = () => cards.filter((card) => !card.hidden);
}

for (const box of document.querySelectorAll(".copy")) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Copy";
  button.setAttribute("aria-label", "Copy the citation");
  button.addEventListener("click", async () => {
    const pre = box.querySelector("pre");
    try {
      await navigator.clipboard.writeText(pre.textContent);
      button.textContent = "Copied";
    } catch {  // no permission: select it, so that the usual key copies it
      getSelection().selectAllChildren(pre);
      button.textContent = "Selected";
    }
  });
  box.append(button);
}

const open = () => {
  let name = "";
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { return; }
  const place = name.startsWith("at-") && document.querySelector(`.card h4 a[href="#${CSS.escape(name)}"]`);
  const target = place ? place.closest(".card") : document.getElementById(name);
  const card = target && target.closest(".card");
  if (card) {
    card.hidden = false;
    card.closest("section.article").select(card);
  }
  if (target && target.matches("[role=status]")) {  // what was just decided, wherever it stands
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  }
};
addEventListener("hashchange", open);
addEventListener("load", () => setTimeout(open));  // after the browser's own scrolling

const step = (by, accept) => {
  const now = document.querySelector(".card.now");
  const section = now ? now.closest("section.article") : document.querySelector("section.article .card")?.closest("section.article");
  if (!section) return;
  const cards = section.visible();
  let at = now ? cards.indexOf(now) + by : 0;
  while (cards[at] && !accept(cards[at])) at += by;
  if (cards[at]) location.hash = cards[at].id;
};
addEventListener("keydown", (event) => {
  const keys = document.querySelector("[data-do=keys]");
  if (!keys || !keys.checked || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const actions = {
    j: () => step(1, () => true),
    k: () => step(-1, () => true),
    n: () => step(1, (card) => !/^(right|printed)$/.test(card.dataset.state) || card.classList.contains("flawed")),
    "/": () => document.querySelector("[data-filter=words]").focus(),
    c: () => document.querySelector(".card.now .copy button")?.click(),
  };
  if (!actions[event.key]) return;
  event.preventDefault();
  actions[event.key]();
});
