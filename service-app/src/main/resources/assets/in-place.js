// Pages change in place: what the server sends is worked into what is there, element by element, so that focus, opened
// parts and what is being typed stay as they are. Without this file, a page is as it was when it was opened.
(function () {
  "use strict";

  // What the server fills in, and what is only pressed, is no field of a person.
  function isOfPerson(field) {
    return field.tagName === "SELECT" || "defaultValue" in field && field.type !== "hidden";
  }

  function isChosen(select) {
    var sent = Array.from(select.options).findIndex(function (option) { return option.defaultSelected; });
    return select.selectedIndex !== Math.max(0, sent);
  }

  function isTyped(field) {
    return field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked
      : field.tagName === "SELECT" ? isChosen(field) : field.value !== field.defaultValue;
  }

  // The fields that hold what a person typed; in a form that came back because it was refused, each may.
  function begunFields(form) {
    var kept = form.hasAttribute("data-kept");
    return Array.from(form.elements).filter(function (field) { return isOfPerson(field) && (kept || isTyped(field)); });
  }

  function isBegun(form) {
    return begunFields(form).length > 0;
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

  // A form that is begun stays where the server has none any more: it cannot be sent, says so, and can be copied.
  function begunForms(node) {
    var forms = node.matches("form") ? [node] : Array.from(node.querySelectorAll("form"));
    return forms.filter(function (form) { return form.querySelector("[data-unsendable]") && isBegun(form); });
  }

  // Fields that hold something and that the server's form does not have any more.
  function lostFields(form, fresh) {
    return form.querySelector("[data-unsendable]") ? begunFields(form).filter(function (field) {
      return field.id && field.value && !fresh.elements.namedItem(field.id);
    }) : [];
  }

  function takes(form, name) {
    return Array.from(form.elements).some(function (field) { return isOfPerson(field) && field.name === name; });
  }

  function setBarred(form, barred) {
    form.toggleAttribute("data-barred", barred);
    form.querySelector("[data-unsendable]").hidden = !barred;
    form.querySelectorAll("button[type=submit]").forEach(function (button) { button.disabled = barred; });
  }

  function mayGo(node) {
    var begun = node.nodeType === 1 ? begunForms(node) : [];
    begun.forEach(function (form) { setBarred(form, true); });
    return begun.length === 0 && !(node.nodeType === 1 && (node.hasAttribute("data-kept") ||
      node.closest("form[data-kept]") && node.classList.contains("conflict")));
  }

  function mayChange(name, node) {
    return !(name === "open" && node.tagName === "DETAILS" || name === "data-kept" || name === "data-overtaken" ||
      name === "hidden" && node.hasAttribute("data-changed-meanwhile") && node.closest("form[data-overtaken]") ||
      node.tagName === "BUTTON" && (name === "disabled" || name === "aria-busy"));
  }

  // The same element, perhaps with other attributes and content: by its id, or, without one, by its tag.
  function fits(old, fresh) {
    return old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && (old.id || "") === (fresh.id || "");
  }

  // Text may always go: it is written anew as easily as it is kept.
  function isWanted(old, later) {
    return old.nodeType === 1 &&
      later.some(function (fresh) { return old.id ? fits(old, fresh) : old.isEqualNode(fresh); });
  }

  function following(node, accepts) {
    while (node && !accepts(node)) {
      node = node.nextSibling;
    }
    return node;
  }

  // What becomes this element: the one with its id, the one that is equal, or the next of its kind that is not wanted
  // for another one.
  function counterpart(next, fresh, later) {
    if (fresh.nodeType !== 1) {
      return next && fits(next, fresh) ? next : null;
    }
    if (fresh.id) {
      return following(next, function (old) { return fits(old, fresh); });
    }
    return following(next, function (old) { return old.isEqualNode(fresh); }) ||
      following(next, function (old) { return fits(old, fresh) && !isWanted(old, later); });
  }

  function dropped(node) {
    var next = node.nextSibling;
    if (mayGo(node)) {
      node.remove();
    }
    return next;
  }

  function changeChildren(parent, wanted) {
    var all = Array.from(wanted.childNodes);
    var next = parent.firstChild;
    all.forEach(function (fresh, at) {
      var later = all.slice(at + 1);
      var old = counterpart(next, fresh, later);
      if (!old) {
        parent.insertBefore(fresh, next);
        return;
      }
      while (next !== old && !isWanted(next, later)) {
        next = dropped(next);
      }
      if (next === old) {
        next = old.nextSibling;
      } else {
        parent.insertBefore(old, next);
      }
      change(old, fresh);
    });
    while (next) {
      next = dropped(next);
    }
  }

  function changeAttributes(old, fresh) {
    Array.from(old.attributes).forEach(function (attribute) {
      if (!fresh.hasAttribute(attribute.name) && mayChange(attribute.name, old)) {
        old.removeAttribute(attribute.name);
      }
    });
    Array.from(fresh.attributes).forEach(function (attribute) {
      if (old.getAttribute(attribute.name) !== attribute.value && mayChange(attribute.name, old)) {
        old.setAttribute(attribute.name, attribute.value);
      }
    });
  }

  // A field shows its attribute only until somebody types in it or a script sets it.
  function changeField(old, fresh) {
    if (old.tagName === "INPUT" && old.value !== fresh.value && old.type !== "file") {
      old.value = fresh.value;
    }
    if (old.tagName === "INPUT" && old.checked !== fresh.checked) {
      old.checked = fresh.checked;
    }
    if (old.tagName === "TEXTAREA" && old.value !== fresh.value) {
      old.value = fresh.value;
    }
  }

  function change(old, fresh) {
    if (stays(old, fresh)) {
      return;
    }
    if (old.nodeType !== 1) {
      if (old.data !== fresh.data) {
        old.data = fresh.data;
      }
      return;
    }
    var lost = old.tagName === "FORM" ? lostFields(old, fresh) : [];
    if (lost.some(function (field) { return !takes(fresh, field.name); })) {
      setBarred(old, true);
    }
    if (lost.length > 0) {
      return;
    }
    var freed = old.hasAttribute("data-barred") && !fresh.hasAttribute("data-barred");
    changeAttributes(old, fresh);
    changeChildren(old, fresh);
    changeField(old, fresh);
    if (freed) {
      setBarred(old, false);
    }
  }

  htmx.defineExtension("in-place", {
    isInlineSwap: function (style) { return style === "in-place"; },
    handleSwap: function (style, target, fragment) {
      if (style !== "in-place") {
        return false;
      }
      tellOfChanges(fragment);
      change(target, fragment.firstElementChild);
      return [target];
    }
  });
})();
