// Access: a session that ends is told before, and never costs what was typed. Without this file the server keeps the form.
(function () {
  "use strict";
  var ended = document.getElementById("session-ended");
  var warning = document.getElementById("session-warning");
  var next = document.querySelector("form[action='/login'] input[name=next]");
  if (next && location.hash) {
    next.value += location.hash;
  }
  var byProvider = document.getElementById("by-provider");
  if (byProvider && location.hash && !byProvider.target) {
    byProvider.href += encodeURIComponent(location.hash);
  }
  if (!ended || !ended.showModal) {
    return;
  }
  var WARN_SECONDS = 300;
  var STEP_SECONDS = 300;
  // People of a provider have no form here: they log in in a tab of its own, and this page notices it.
  var form = document.getElementById("session-form");
  var provider = document.getElementById("session-provider");
  var name = ended.dataset.name;
  var AWAY_STEP = 3000;
  var away = 0;
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
      (provider || document.getElementById("session-password")).focus();
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
    if (form) {
      document.getElementById("session-password").value = "";
    }
    error.hidden = true;
    clearInterval(away);
    ended.close();
    ask(false);
  }

  function refused(sentence) {
    error.textContent = sentence;
    error.hidden = false;
  }

  // Asked only while the dialog is open and the page is seen.
  function lookForReturn() {
    if (!isOver() || document.hidden) {
      return;
    }
    fetch("/session", { headers: { Accept: "application/json" } })
      .then(function (answer) {
        return answer.ok ? answer.json().then(function (said) { back(said, name); }) : undefined;
      })
      .catch(function () { /* The page says elsewhere that nothing answers. */ });
  }

  if (provider) {
    provider.addEventListener("click", function () {
      clearInterval(away);
      away = setInterval(lookForReturn, AWAY_STEP);
    });
    document.addEventListener("visibilitychange", lookForReturn);
  }

  function send(event) {
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
  }

  if (form) {
    form.addEventListener("submit", send);
  }

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
