"use strict";
// Only text of this page is read, and nothing is ever made into HTML.
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  const table = byId("table");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const language = document.documentElement.lang;
  const severities = ["error", "warning", "info"];
  const confidences = ["low", "medium", "high"];
  const statuses = ["missing", "partial", "referred", "stated", "not_applicable"];

  const notices = new Map(all(document, "article.notice").map((article) => [article.id, {
    article,
    matches: true,
    cards: all(article, ".finding"),
    marks: all(article, "mark"),
    numbered: all(article, "[data-finding]"),
  }]));

  const tell = (id, shown, total) => {
    byId(id).textContent = byId(id).dataset.words.replace("{0}", shown).replace("{1}", total);
  };

  // Sorting

  const value = (row, column, kind) => {
    const cell = row.cells[column];
    if (kind === "status") return statuses.indexOf(cell.dataset.status);
    if (kind === "count") return -Number(cell.textContent);
    return cell.textContent;
  };

  const sort = (column) => {
    const head = heads[column];
    const down = head.getAttribute("aria-sort") === "ascending";
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const kind = head.dataset.kind;
    const compare = (a, b) => (kind === "name" ? a.localeCompare(b, language) : a - b);
    const sorted = rows.map((row, index) => ({ row, index, key: value(row, column, kind) }));
    sorted.sort((a, b) => (down ? -1 : 1) * compare(a.key, b.key) || a.index - b.index);
    body.append(...sorted.map((entry) => entry.row));
  };

  heads.forEach((head, column) => {
    head.querySelector("button").addEventListener("click", () => sort(column));
  });

  // Filters

  const filterNotices = () => {
    const words = byId("filter-words").value.trim().toLocaleLowerCase(language);
    const element = byId("filter-element").value;
    const status = byId("filter-status").value;
    const column = heads.findIndex((head) => head.dataset.key === element);
    let shown = 0;
    for (const row of rows) {
      const cells = element ? [row.cells[column]] : [...row.cells];
      const matches = row.cells[0].textContent.toLocaleLowerCase(language).includes(words)
        && (!status || cells.some((cell) => cell.dataset.status === status));
      row.hidden = !matches;
      notices.get(row.dataset.notice).matches = matches;
      shown += matches;
    }
    tell("notices-shown", shown, rows.length);
    showNotices();
  };

  const filterFindings = () => {
    const form = byId("finding-filters");
    const wanted = new Set(all(form, "[name=severity]:checked").map((box) => box.value));
    const family = byId("filter-family").value;
    const least = confidences.indexOf(byId("filter-confidence").value);
    let shown = 0;
    let total = 0;
    for (const notice of notices.values()) {
      notice.visible = new Map();
      for (const card of notice.cards) {
        const { severity, confidence } = card.dataset;
        const matches = wanted.has(severity) && (!family || card.dataset.family === family)
          && confidences.indexOf(confidence) >= least;
        card.hidden = !matches;
        if (matches) notice.visible.set(card.dataset.number, severity);
      }
      for (const item of notice.numbered) item.hidden = !notice.visible.has(item.dataset.finding);
      for (const mark of notice.marks) mark.className = worst(mark, notice.visible);
      shown += notice.visible.size;
      total += notice.cards.length;
    }
    tell("findings-shown", shown, total);
    showNotices();
  };

  const worst = (mark, visible) => {
    const found = mark.dataset.findings.split(" ").map((number) => visible.get(number));
    return severities.find((severity) => found.includes(severity)) || "off";
  };

  const showNotices = () => {
    const only = byId("filter-only").checked;
    for (const { article, matches, visible } of notices.values()) {
      article.hidden = !matches || (only && visible.size === 0);
    }
  };

  for (const [id, filter] of [["notice-filters", filterNotices], ["finding-filters", filterFindings]]) {
    const form = byId(id);
    form.hidden = false;
    form.addEventListener("change", filter);
    all(form, "[type=search]").forEach((field) => field.addEventListener("input", filter));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
  }

  // Opening: a place within a closed or filtered part is shown before the jump to it

  const open = (id) => {
    const target = byId(id);
    if (!target) return;
    for (let node = target; node; node = node.parentElement) {
      if (node.localName === "details") node.open = true;
      if (node.matches(".finding, article")) node.hidden = false;
    }
    if (target.matches("article")) target.querySelector("details.body").open = true;
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  };

  const openAddressed = () => open(decodeURIComponent(location.hash.slice(1)));
  const go = (id) => {
    if (location.hash === `#${id}`) open(id);
    else location.hash = id;
  };

  window.addEventListener("hashchange", openAddressed);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) open(link.hash.slice(1));
  });
  body.addEventListener("click", (event) => {
    const cell = event.target.closest("td");
    if (!cell) return;
    const notice = cell.parentElement.dataset.notice;
    go(cell.dataset.status ? `${notice}-e-${heads[cell.cellIndex].dataset.key}` : notice);
  });

  const toggleAll = (state) => {
    for (const { article } of notices.values()) article.querySelector("details.body").open = state;
  };
  byId("open-all").addEventListener("click", () => toggleAll(true));
  byId("close-all").addEventListener("click", () => toggleAll(false));

  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = all(document, "details.body:not([open])");
    closed.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => closed.forEach((details) => { details.open = false; }));

  filterNotices();
  filterFindings();
  if (notices.size === 1) toggleAll(true);
  if (location.hash) openAddressed();
})();
