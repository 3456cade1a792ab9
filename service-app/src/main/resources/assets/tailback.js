// Pages work without this file. With it, times are the reader's own, a form is sent once, and asking rests in hidden tabs.
(function () {
  "use strict";
  var time = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

  function localTimes(root) {
    root.querySelectorAll("time[datetime]").forEach(function (element) {
      var at = new Date(element.getAttribute("datetime"));
      if (!isNaN(at)) {
        element.textContent = time.format(at);
        element.title = element.getAttribute("datetime");
      }
    });
  }

  function reachable(yes) {
    document.getElementById("offline").hidden = yes;
  }

  localTimes(document);
  var refusal = document.getElementById("refusal");
  if (refusal) {
    refusal.focus();
  }

  document.addEventListener("htmx:load", function (event) { localTimes(event.detail.elt.parentNode || document); });
  document.addEventListener("htmx:beforeRequest", function (event) {
    if (document.hidden) {
      event.preventDefault();
    }
  });
  document.addEventListener("htmx:sendError", function () { reachable(false); });
  document.addEventListener("htmx:afterOnLoad", function () { reachable(true); });
  document.addEventListener("submit", function (event) {
    if (event.target.classList.contains("once")) {
      event.target.querySelectorAll("button[type=submit]").forEach(function (button) {
        button.setAttribute("aria-busy", "true");
        setTimeout(function () { button.disabled = true; });
      });
    }
  });
  // A page that comes back from the browser's memory has its buttons still off.
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form.once button").forEach(function (button) {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    });
  });
})();
