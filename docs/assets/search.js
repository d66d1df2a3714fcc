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

// The theme takes each word for the beginning of others, so that "do" finds donors: short and common ones begin none.
(() => {
  "use strict";
  const TYPED = 2; // the kind of message that bears what is typed
  const COMMON = /^(?:[a-z]{1,2}|about|are|been|can|did|does|for|from|ha[ds]|have|how|many|much|not|that|the|their|there|they|this|was|were|what|when|where|which|who|why|will|with)$/i;
  const whole = (word) => (COMMON.test(word) ? `${word}^1` : word); // weighed by one, the theme leaves a word as it is
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    const typed = message?.type === TYPED && typeof message.data === "string";
    postMessage.call(this, typed ? { ...message, data: message.data.replace(/[^\s"]+/g, whole) } : message, ...rest);
  };
})();
