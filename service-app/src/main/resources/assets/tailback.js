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

  // A word in the address about what was just done is for one reading.
  if (/[?&](saved|done|copy)=/.test(location.search)) {
    var rest = new URLSearchParams(location.search);
    ["saved", "done", "copy"].forEach(function (word) { rest.delete(word); });
    history.replaceState(null, "", location.pathname + (rest.size ? "?" + rest : "") + location.hash);
  }

  // The choice of a contract: suggestions while one types, by keyboard as a combobox.
  var picker = document.querySelector("input[data-source]");
  if (picker) {
    var asked = 0;
    var waits;
    picker.setAttribute("role", "combobox");
    picker.setAttribute("aria-autocomplete", "list");
    picker.setAttribute("aria-expanded", "false");
    var options = function () { return document.querySelectorAll("#contract-choices a"); };
    var choose = function (index) {
      options().forEach(function (option, at) { option.setAttribute("aria-selected", String(at === index)); });
      var chosen = options()[index];
      if (chosen) {
        picker.setAttribute("aria-activedescendant", chosen.id);
        chosen.scrollIntoView({ block: "nearest" });
      } else {
        picker.removeAttribute("aria-activedescendant");
      }
    };
    var dress = function () {
      var list = document.getElementById("contract-choices");
      if (list) {
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-labelledby", "contract-label");
        list.querySelectorAll("li").forEach(function (item) { item.setAttribute("role", "presentation"); });
        options().forEach(function (option, at) {
          option.id = "contract-choice-" + at;
          option.setAttribute("role", "option");
          option.tabIndex = -1;
        });
        picker.setAttribute("aria-controls", "contract-choices");
      } else {
        picker.removeAttribute("aria-controls");
      }
      picker.setAttribute("aria-expanded", String(!!list));
      choose(-1);
    };
    var show = function (html, mine) {
      if (mine === asked) {
        document.getElementById("contract-found").innerHTML = html;
        dress();
        var count = options().length;
        document.getElementById("contract-status").textContent =
          count ? number.format(count) + " " + picker.dataset.some : picker.dataset.none;
      }
    };
    picker.addEventListener("input", function () {
      clearTimeout(waits);
      waits = setTimeout(function () {
        var mine = ++asked;
        fetch(picker.dataset.source + "?contract=" + encodeURIComponent(picker.value.trim()),
          { headers: { "HX-Request": "true", "Accept": "text/html" } })
          .then(function (answer) { return answer.ok ? answer.text() : ""; })
          .then(function (html) { reachable(true); show(html, mine); })
          .catch(function () { reachable(false); });
      }, 200);
    });
    picker.addEventListener("keydown", function (event) {
      var all = Array.from(options());
      var at = all.findIndex(function (option) { return option.getAttribute("aria-selected") === "true"; });
      if (event.key === "ArrowDown" && all.length) {
        choose((at + 1) % all.length);
      } else if (event.key === "ArrowUp" && all.length) {
        choose((at - 1 + all.length) % all.length);
      } else if (event.key === "Enter" && at >= 0) {
        location.assign(all[at].href);
      } else if (event.key === "Escape" && all.length) {
        show("", ++asked);
      } else {
        return;
      }
      event.preventDefault();
    });
    dress();
  }

  // A chosen file is read into the field of its rows, where a person sees it before it is sent.
  document.querySelectorAll("input[type=file][data-into]").forEach(function (chooser) {
    chooser.closest(".scripted").hidden = false;
    chooser.addEventListener("change", function () {
      var file = chooser.files[0];
      var tooLarge = file && file.size > 100000;
      chooser.setCustomValidity(tooLarge ? chooser.dataset.tooLarge : "");
      chooser.reportValidity();
      if (file && !tooLarge) {
        file.arrayBuffer().then(function (bytes) {
          var text;
          try {
            text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
          } catch (notUtf8) {
            text = new TextDecoder("windows-1252").decode(bytes);
          }
          document.getElementById(chooser.dataset.into).value = text;
        });
      }
    });
  });
})();
