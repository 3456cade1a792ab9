package dev.tailback.web.input;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Values that people who mean harm send, in the forms they take on the wire. */
final class HostileValues {

    /** Nothing of it may come back in a page as it was sent. */
    static final List<String> MARKUP = List.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>");

    /** A header of ours, were it taken as one. */
    static final String HEADER = "X-Forged";

    private static final List<String> TEXTS = List.of(
            "\u0000",
            "a\u0000b",
            "\u001b[2J",
            "\u202egpj",
            "\u200b\u2060",
            MARKUP.get(0),
            MARKUP.get(1),
            "' or 1=1; drop table ad; --",
            "a\r\n" + HEADER + ": 1\r\n\r\n<html>",
            "../../../etc/passwd",
            "${7*7}{{7*7}}",
            "1e999",
            "1e100000000",
            "99999999999999999999",
            "-1",
            "NaN",
            "",
            "x".repeat(2_500));

    private static final List<String> NUMBERS =
            List.of("1e999", "1e100000000", "-1", "0.5", "99999999999999999999", "1".repeat(5_000));

    /** Percent escapes that stand for no text. */
    private static final List<String> UNDECODABLE = List.of("%", "%zz", "%ff", "%ed%a0%80");

    private HostileValues() {}

    /** As they stand in an address or a form. */
    static List<String> percentEncoded() {
        return Stream.concat(
                        TEXTS.stream().map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8)),
                        UNDECODABLE.stream())
                .toList();
    }

    /** As they stand in JSON. */
    static List<String> json() {
        List<String> values = new ArrayList<>(NUMBERS);
        TEXTS.forEach(text -> values.add(quoted(text)));
        values.addAll(List.of("\"\\ud800\"", "\"a\\udc00b\"", "null", "true", "[]", "{}", "[[[[]]]]", "{\"a\":{}}"));
        return values;
    }

    /** Bodies that are hardly JSON, or not the JSON that any call takes. */
    static List<String> documents() {
        return List.of(
                "",
                " ",
                "{",
                "[]",
                "null",
                "7",
                "\"x\"",
                "{}",
                "{}{}",
                "{\"why\":1,\"why\":2}",
                "[".repeat(50_000),
                "{\"\\u0000\":1}",
                "{\"a\":".repeat(500) + "1" + "}".repeat(500),
                "\ufeff{}",
                "{\"why\":NaN}");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(next -> {
            if (next < ' ' || next == '"' || next == '\\' || next > '~') {
                quoted.append(String.format("\\u%04x", next));
            } else {
                quoted.append((char) next);
            }
        });
        return quoted.append('"').toString();
    }
}
