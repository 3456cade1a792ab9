// Pages work without this file. With it, times are the reader's own, a form is sent once, and asking rests in hidden tabs.
(function () {
  "use strict";
  var time = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

  function localTimes(root) {
    root.querySelectorAll("time[datetime*=T]").forEach(function (element) {
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
    if (document.hidden || document.documentElement.dataset.session === "ended") {
      event.preventDefault();
    }
  });
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) {
      htmx.trigger(document.body, "tailback:returned");
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
    document.querySelectorAll("form.once:not([data-barred]) button").forEach(function (button) {
      button.disabled = false;
      button.removeAttribute("aria-busy");
    });
  });

  // How many are left after this, while one types; and more than that is said before it is saved.
  var number = new Intl.NumberFormat(document.documentElement.lang);
  document.addEventListener("input", function (event) {
    var left = event.target.name === "units" && document.getElementById(event.target.id + "-left");
    if (!left || left.dataset.left === undefined) {
      return;
    }
    left.dataset.first = left.dataset.first || left.textContent;
    var typed = /^\s*\d{1,9}\s*$/.test(event.target.value) ? Number(event.target.value) : 0;
    var after = Number(left.dataset.left) - typed;
    left.classList.toggle("over", typed > 0 && after < 0);
    left.textContent = typed === 0 ? left.dataset.first
      : after < 0 ? number.format(-after) + " " + left.dataset.over : number.format(after) + " " + left.dataset.after;
  });

  // Who types another field means it; who chooses one that is shown does not mean what was typed any more.
  document.addEventListener("input", function (event) {
    var idea = event.target.closest("fieldset.idea");
    var other = idea && idea.querySelector("input[value=other]");
    var typed = idea && idea.querySelector("input[list]");
    if (idea && event.target === typed) {
      other.checked = typed.value.trim() !== "" || other.checked;
    } else if (idea && event.target.type === "radio" && event.target !== other) {
      typed.value = "";
    }
  });

  // A word in the address about what was just done is for one reading.
  if (/[?&](saved|done|copy)=/.test(location.search)) {
    var rest = new URLSearchParams(location.search);
    ["saved", "done", "copy"].forEach(function (word) { rest.delete(word); });
    history.replaceState(null, "", location.pathname + (rest.size ? "?" + rest : "") + location.hash);
  }

  window.tailback = { reachable: reachable, number: number };
})();
