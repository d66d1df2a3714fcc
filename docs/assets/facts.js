// Sort and filter the table of facts. The table is complete without this script, and the form hidden.
(() => {
  "use strict";
  const table = document.getElementById("facts-table");
  const form = document.querySelector(".facts-filter");
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const count = form.querySelector(".facts-count");
  const facets = { measure: 1, source: 4, status: 5, year: null };
  const all = table.caption.textContent;
  const labels = heads.map((head) => head.textContent.trim());

  // 18,302 and 18302 are one number: separators between digits do not count.
  const plain = (text) => text.toLowerCase().replace(/(\d)[,\u00a0\u202f](?=\d{3}(?!\d))/g, "$1").trim();
  const number = (row) => row.querySelector("data")?.value; // 1.5 million is 1500000 too
  const said = (row) => [...[...row.cells].map((cell) => cell.textContent), number(row), row.dataset.also].join(" ");
  const texts = new Map(rows.map((row) => [row, plain(said(row))]));
  const collator = new Intl.Collator("en", { numeric: true });

  const addOption = (select, value, label) => select.add(new Option(label, value));

  for (const [name, column] of Object.entries(facets)) {
    const label = (row) => (column === null ? row.dataset[name] : row.cells[column].firstChild.textContent);
    const found = new Map(rows.filter((row) => row.dataset[name]).map((row) => [row.dataset[name], label(row)]));
    addOption(form.elements[name], "", "any");
    const told = [...found.values()];
    const alike = (text) => told.indexOf(text) !== told.lastIndexOf(text);
    [...found]
      .sort((one, other) => collator.compare(one[1], other[1]))
      .forEach(([value, text]) => addOption(form.elements[name], value, alike(text) ? `${text} (${value})` : text));
  }
  addOption(form.elements.sort, "", "topic");
  labels.forEach((label, column) => {
    addOption(form.elements.sort, `${column}`, label.toLowerCase());
    addOption(form.elements.sort, `-${column}`, `${label.toLowerCase()}, from the end`);
  });

  const shownAs = (field) => field.selectedOptions?.[0].text ?? field.value;
  const state = () => [...new FormData(form)].filter(([, value]) => value);

  function filter(values) {
    const words = plain(values.text ?? "").split(/\s+/);
    let shown = 0;
    for (const row of rows) {
      const fits = Object.keys(facets).every((name) => !values[name] || row.dataset[name] === values[name]);
      row.hidden = !(fits && words.every((word) => texts.get(row).includes(word)));
      shown += row.hidden ? 0 : 1;
    }
    const some = `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} facts`;
    count.textContent = shown ? some : "No fact fits all of this.";
    const chosen = Object.keys(values).filter((name) => name !== "sort").map((name) => shownAs(form.elements[name]));
    table.caption.textContent = chosen.length ? `${some}: ${chosen.join(", ")}` : all;
  }

  function sort(by) {
    const column = Math.abs(parseInt(by, 10));
    const down = by?.startsWith("-") ? -1 : 1;
    const key = (row) => row.cells[column].dataset.sort ?? (column === 0 ? null : row.cells[column].textContent);
    const compare = column === 0 ? (a, b) => a - b : collator.compare; // the collator takes 0.25 for more than 0.5
    const order = (one, other) => {
      const [a, b] = [key(one), key(other)];
      if (a === null || b === null) return (a === null) - (b === null); // statements stand behind figures
      return down * compare(a, b);
    };
    body.append(...(by ? [...rows].sort(order) : rows));
    heads.forEach((head, place) => {
      if (by && place === column) head.setAttribute("aria-sort", down === 1 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    });
  }

  function show() {
    const values = Object.fromEntries(state());
    filter(values);
    sort(values.sort);
  }

  function remember() {
    const query = new URLSearchParams(state()).toString();
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
    show();
  }

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    button.addEventListener("click", () => {
      form.elements.sort.value = head.ariaSort === "ascending" ? `-${column}` : `${column}`;
      remember();
    });
    head.replaceChildren(button);
  });

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name); // not by index: the address may say anything, even length
    if (field) field.value = value;
  }
  form.addEventListener("input", remember);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(remember));
  form.hidden = false;
  show();
})();
