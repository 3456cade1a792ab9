package dev.tailback.hub.pages;

import dev.tailback.web.input.Form;
import dev.tailback.web.input.Json;
import dev.tailback.web.input.JsonBody;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a form holds, as the body of the call that does it. */
final class Typed {

    private final Form form;
    private final Map<String, Json> fields = new LinkedHashMap<>();

    private Typed(Form form) {
        this.form = form;
    }

    /** With the note, that every form has. */
    static Typed of(Form form) {
        return new Typed(form).text("note");
    }

    /** A browser ends lines in its own way. */
    Typed text(String name) {
        fields.put(name, new Json.Text(form.text(name).replace("\r\n", "\n")));
        return this;
    }

    /** Nothing where nothing was typed. */
    Typed number(String name) {
        String typed = form.text(name).strip();
        fields.put(name, typed.isEmpty() ? new Json.Nothing() : new Json.Digits(typed));
        return this;
    }

    /** A button is yes or no; without one it is wrong, and the call says so. */
    Typed flag(String name) {
        String pressed = form.text(name);
        boolean isKnown = pressed.equals("true") || pressed.equals("false");
        fields.put(name, isKnown ? new Json.Flag(pressed.equals("true")) : new Json.Text(pressed));
        return this;
    }

    Typed text(String name, String value) {
        fields.put(name, new Json.Text(value));
        return this;
    }

    JsonBody body() {
        return new JsonBody(new Json.Fields(fields));
    }
}
