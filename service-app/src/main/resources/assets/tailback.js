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

  // Pages change in place: focus, opened parts and what is being typed stay as they are.
  function isTyped(field) {
    return field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
      : field.tagName === "SELECT" ? false : field.value !== field.defaultValue;
  }

  function isBegun(form) {
    return form.hasAttribute("data-kept") || Array.prototype.some.call(form.elements, function (field) {
      return field.type !== "hidden" && isTyped(field);
    });
  }

  function stays(old, fresh) {
    if (old.nodeType !== 1) {
      return false;
    }
    if (old.tagName === "TIME") {
      return old.getAttribute("datetime") === fresh.getAttribute("datetime");
    }
    if (old.hasAttribute("data-kept") && old.tagName !== "FORM") {
      return true;
    }
    var form = old.closest("form");
    if (!form || form === old) {
      return false;
    }
    if (old.classList.contains("left") && old.dataset.first) {
      return true;
    }
    if (form.hasAttribute("data-kept") && (old.classList.contains("field-error") || old.classList.contains("conflict"))) {
      return true;
    }
    return "defaultValue" in old && old.name !== "csrfToken" && isBegun(form) &&
      (old.type === "hidden" ? old.name !== "product" : isTyped(old) || form.hasAttribute("data-kept"));
  }

  // What another person changed under a form that is begun: the form says so, and saving merges.
  function tellOfChanges(fragment) {
    fragment.querySelectorAll("form[id] input[name=version]").forEach(function (fresh) {
      var form = document.getElementById(fresh.form ? fresh.form.id : fresh.closest("form").id);
      var seen = form && form.querySelector("input[name=version]");
      if (seen && isBegun(form) && seen.value !== fresh.value) {
        form.setAttribute("data-overtaken", "");
      }
    });
    document.querySelectorAll("form[data-overtaken] [data-changed-meanwhile]").forEach(function (notice) {
      notice.hidden = false;
    });
  }

  htmx.defineExtension("in-place", {
    isInlineSwap: function (style) { return style === "in-place"; },
    handleSwap: function (style, target, fragment) {
      if (style !== "in-place") {
        return false;
      }
      tellOfChanges(fragment);
      return Idiomorph.morph(target, fragment.firstElementChild, {
        morphStyle: "outerHTML",
        callbacks: {
          beforeNodeMorphed: function (old, fresh) { return !stays(old, fresh); },
          beforeNodeRemoved: function (node) {
            return !(node.nodeType === 1 && (node.hasAttribute("data-kept") ||
              node.closest("form[data-kept]") && node.classList.contains("conflict")));
          },
          beforeAttributeUpdated: function (name, node) {
            return !(name === "open" && node.tagName === "DETAILS" || name === "data-kept" || name === "data-overtaken" ||
              name === "hidden" && node.hasAttribute("data-changed-meanwhile") && node.closest("form[data-overtaken]") ||
              node.tagName === "BUTTON" && (name === "disabled" || name === "aria-busy"));
          }
        }
      });
    }
  });

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

// Access: a session that ends is told before, and never costs what was typed. Without this file the server keeps the form.
(function () {
  "use strict";
  var ended = document.getElementById("session-ended");
  var warning = document.getElementById("session-warning");
  var next = document.querySelector("form[action='/login'] input[name=next]");
  if (next && location.hash) {
    next.value += location.hash;
  }
  if (!ended || !ended.showModal) {
    return;
  }
  var WARN_SECONDS = 300;
  var STEP_SECONDS = 300;
  var form = document.getElementById("session-form");
  var error = document.getElementById("session-error");
  var endsAt = Infinity;
  var saidSo = 0;

  function token() {
    return document.querySelector("input[name=csrfToken]").value;
  }

  function isOver() {
    return document.documentElement.dataset.session === "ended";
  }

  function over() {
    if (!isOver()) {
      document.documentElement.dataset.session = "ended";
      warning.hidden = true;
      ended.showModal();
      document.getElementById("session-password").focus();
    }
  }

  function heard(left) {
    endsAt = Date.now() + left.secondsLeft * 1000;
    warning.hidden = left.secondsLeft > WARN_SECONDS;
  }

  // Asking keeps nothing alive; saying that somebody is here does.
  function ask(stay) {
    var request = stay
      ? { method: "POST", headers: { "X-CSRF-TOKEN": token(), Accept: "application/json" } }
      : { headers: { Accept: "application/json" } };
    return fetch("/session", request).then(function (answer) {
      if (answer.status === 401 || answer.status === 403) {
        over();
      } else if (answer.ok) {
        return answer.json().then(heard);
      }
    }).catch(function () { /* The page says elsewhere that nothing answers. */ });
  }

  function look() {
    var left = (endsAt - Date.now()) / 1000;
    if (!isOver() && !document.hidden && left < WARN_SECONDS) {
      ask(false);
    }
  }

  function used() {
    if (!isOver() && Date.now() - saidSo > STEP_SECONDS * 1000) {
      saidSo = Date.now();
      ask(true);
    }
  }

  function back(answer, name) {
    if (answer.name !== name) {
      location.reload();
      return;
    }
    document.querySelectorAll("input[name=csrfToken]").forEach(function (input) { input.value = answer.formToken; });
    delete document.documentElement.dataset.session;
    document.getElementById("session-password").value = "";
    error.hidden = true;
    ended.close();
    ask(false);
  }

  function refused(sentence) {
    error.textContent = sentence;
    error.hidden = false;
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var fields = new URLSearchParams(new FormData(form));
    fetch("/login/again", { headers: { Accept: "application/json" } })
      .then(function (begun) { return begun.json(); })
      .then(function (begun) {
        fields.set("csrfToken", begun.formToken);
        return fetch("/login/again", { method: "POST", body: fields, headers: { Accept: "application/json" } });
      })
      .then(function (answer) {
        return answer.json().then(function (said) {
          if (answer.ok) {
            back(said, fields.get("name"));
          } else {
            refused(said.error || said.detail);
          }
        });
      })
      .catch(function () { refused(form.dataset.silent); });
  });

  // Only signing in closes it: a key would lead back to a page that does nothing any more.
  ended.addEventListener("cancel", function (event) { event.preventDefault(); });
  document.getElementById("session-stay").addEventListener("click", function () {
    saidSo = Date.now();
    ask(true);
  });
  document.addEventListener("htmx:responseError", function (event) {
    if (event.detail.xhr.status === 401) {
      over();
    }
  });
  document.addEventListener("submit", function (event) {
    if (isOver() && event.target !== form) {
      event.preventDefault();
      event.stopImmediatePropagation();
      ended.showModal();
    }
  }, true);
  document.addEventListener("keydown", used, { passive: true });
  document.addEventListener("pointerdown", used, { passive: true });
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden) {
      ask(false);
    }
  });
  saidSo = Date.now();
  ask(false);
  setInterval(look, 15000);
})();
