// The search index weighs more than any page, and the theme fetches it with every one: hold it back until it is wanted.
(() => {
  "use strict";
  if (/[?&][qh]=/.test(location.search)) return; // a link to a search, or to a page with its words marked
  const { open, send } = XMLHttpRequest.prototype;
  const later = new WeakSet();
  const wanted = new Promise((resolve) => {
    for (const turned of ["focusin", "change"]) {
      document.addEventListener(turned, ({ target }) => target.matches("#__search, .md-search *") && resolve());
    }
  });
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (String(address).endsWith("/search_index.json")) later.add(this);
    open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (later.has(this)) wanted.then(() => send.call(this, body));
    else send.call(this, body);
  };
})();
