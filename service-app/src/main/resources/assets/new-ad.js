// The choice of a contract and the import of many ads. Both work without this file.
(function () {
  "use strict";
  var reachable = tailback.reachable;
  var number = tailback.number;

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
