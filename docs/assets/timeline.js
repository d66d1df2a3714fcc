// Narrow the timeline to one topic. It is complete without this script, and the form hidden.
(() => {
  "use strict";
  const form = document.querySelector(".timeline-filter");

  function show() {
    const topic = form.elements.topic.value;
    for (const list of document.querySelectorAll(".timeline")) {
      for (const report of list.querySelectorAll("[data-topic]")) {
        report.hidden = topic !== "all" && report.dataset.topic !== topic;
      }
      for (const time of list.children) {
        time.hidden = !time.querySelector("[data-topic]:not([hidden])");
      }
      list.hidden = !list.querySelector("[data-topic]:not([hidden])");
      const heading = list.previousElementSibling;
      heading.hidden = document.querySelector(`.timeline-years [href="#${heading.id}"]`).hidden = list.hidden;
    }
    for (const gap of document.querySelectorAll(".gap")) gap.hidden = topic !== "all";
    history.replaceState(null, "", topic === "all" ? location.pathname + location.hash : `?topic=${topic}`);
  }

  const wanted = new URLSearchParams(location.search).get("topic");
  if (wanted) form.elements.topic.value = wanted;
  if (!form.elements.topic.value) form.elements.topic.value = "all";
  form.addEventListener("change", show);
  form.hidden = false;
  show();
})();
