package dev.tailback.verification.attack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Values that programs stumble over. Each text holds one char for each byte that goes over the wire. */
final class Hostile {
    /** In every text that must never be logged or shown as markup. */
    static final String MARK = "mrk7f3q";

    /** The beginning of a line that no program wrote. */
    static final String FORGED = "2026-11-28T10:00:00.000Z INFO  Forged ";

    private static final String SCRIPT = "<script>" + MARK + "</script>";

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t",
            "null",
            "undefined",
            "true",
            "0",
            "-1",
            "-0",
            "00017",
            "1.5",
            "1e3",
            "1e999",
            "-1e999",
            "1e-999",
            "NaN",
            "Infinity",
            "0x1F",
            "2147483647",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1" + "0".repeat(400),
            "0." + "0".repeat(400) + "1",
            "1_000",
            "1,000",
            "\u0000",
            "a\u0000b",
            "\u0001\u0002\u001b[31m",
            "\r\nInjected: " + MARK,
            FORGED + MARK,
            "x\n" + FORGED + MARK,
            raw("x\u0085y\u2028z\u2029"),
            raw("\u200b"),
            raw("\u2063\u2062\ufeff"),
            raw("\u202egnp.exe"),
            raw("\u0435xample"),
            raw("\ud83d\ude00"),
            raw("e\u0301".repeat(100)),
            raw("\uffff\ufffe"),
            raw("\uff11\uff12"),
            "\u00ed\u00a0\u0080",
            "\u00c0\u0080",
            "\u00c0\u00ae",
            "\u00ff\u00fe",
            "\u00f8\u0088\u0080\u0080\u0080",
            "\u00e2\u0082",
            "' or 1=1 --",
            "'; select pg_sleep(60) --",
            "\\' OR Id != '",
            "%' OR Name LIKE '%",
            "%",
            "_",
            "\\",
            "\\u0000",
            "\\ud800",
            SCRIPT,
            "\" onmouseover=\"" + MARK,
            "javascript:" + MARK,
            "{{7*7}}",
            "${7*7}",
            "#{7*7}",
            "${jndi:ldap://127.0.0.1:1/" + MARK + "}",
            "%n%s%d%x",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "/etc/passwd",
            "file:///etc/passwd",
            "http://127.0.0.1:1/",
            "//elsewhere.example/",
            "=HYPERLINK(\"http://elsewhere.example\")",
            "+1+1",
            "@SUM(1)",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "1-1-1-1-1",
            "800000000000000AAA",
            "800\u0000000000000AA",
            "a0X000000000000",
            "AD-1",
            "AD-99999999999999999999",
            "AD--1",
            "*",
            "W/\"1\"",
            "\"1\", \"2\"",
            "\"" + "9".repeat(50) + "\"",
            "2026-02-30",
            "9999-12-31T23:59:60Z",
            "-999999999-01-01",
            "+1000000000-12-31",
            "PT1S",
            "Europe/Nowhere",
            "[]",
            "{}",
            "[[[[",
            "Waiting",
            "rejected",
            "REPORTED",
            "admin",
            MARK);

    /** JSON that may stand where a value stands; most is JSON, some is not. */
    private static final List<String> JSON = List.of(
            "null",
            "true",
            "false",
            "{}",
            "[]",
            "\"\"",
            "0",
            "-0",
            "-1",
            "1.0",
            "1.5",
            "1e2",
            "1e999",
            "-1e999",
            "1e-999",
            "1e2147483648",
            "NaN",
            "Infinity",
            "01",
            "+1",
            ".5",
            "0x10",
            "2147483648",
            "9223372036854775808",
            "1" + "0".repeat(2_000),
            "0." + "1".repeat(2_000),
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uffff\"",
            "\"\\u200b\"",
            "\"\\u202e\"",
            "\"\\r\\n2026-11-28T10:00:00.000Z INFO  Forged " + MARK + "\"",
            "\"\\x\"",
            "'x'",
            "\"",
            "\"\u00ed\u00a0\u0080\"",
            "\"\u00ff\"",
            "\"a\nb\"",
            "[[]]",
            "[null]",
            "[{}]",
            "{\"a\":{\"a\":{}}}",
            "{\"a\":1,\"a\":2}",
            "[1,]",
            "{,}",
            "undefined",
            "{\"__proto__\":{}}",
            "{\"@type\":\"java.lang.Runtime\"}",
            "\"<script>" + MARK + "</script>\"");

    private Hostile() {}

    static String text(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> "x".repeat(1 + random.nextInt(300));
            case 1 -> MARK + "y".repeat(random.nextInt(6_000));
            case 2 -> noise(random, 1 + random.nextInt(40));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    static String json(Random random) {
        return switch (random.nextInt(20)) {
            case 0 -> "\"" + "z".repeat(random.nextInt(5_000)) + "\"";
            case 1 -> "[".repeat(1 + random.nextInt(3_000));
            case 2 -> nested(1 + random.nextInt(3_000));
            case 3 -> "\"" + noise(random, 30).replace("\"", "") + "\"";
            case 4 -> many(1 + random.nextInt(2_000));
            default -> JSON.get(random.nextInt(JSON.size()));
        };
    }

    private static String nested(int depth) {
        return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
    }

    private static String many(int elements) {
        return "[" + "{},".repeat(elements) + "{}]";
    }

    /** Any bytes. */
    static String noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String raw(String text) {
        return RawRequest.utf8(text);
    }

    /** For a place in a path, a query or a form: encoded, encoded badly, twice, or not at all. */
    static String encoded(Random random) {
        String text = text(random);
        return switch (random.nextInt(12)) {
            case 0 -> fit(text);
            case 1 ->
                List.of(
                                "%",
                                "%0",
                                "%zz",
                                "%u0041",
                                "%00",
                                "%ff",
                                "%C0%AE",
                                "%ED%A0%80",
                                "%0d%0aInjected:%201",
                                "%2",
                                "%25",
                                "+",
                                ";",
                                "%F0%9F")
                        .get(random.nextInt(14));
            case 2 -> percent(percent(text));
            default -> percent(text);
        };
    }

    /** Without what would end the request line. */
    private static String fit(String text) {
        return text.replaceAll("[\\x00-\\x20]", "");
    }

    static String percent(String bytes) {
        StringBuilder encoded = new StringBuilder();
        for (int at = 0; at < bytes.length(); at++) {
            char one = bytes.charAt(at);
            if (one < 128 && Character.isLetterOrDigit(one)) {
                encoded.append(one);
            } else {
                encoded.append("%%%02X".formatted((int) one));
            }
        }
        return encoded.toString();
    }

    /** For a header: it cannot hold a line break. */
    static String header(Random random) {
        return text(random).replaceAll("[\r\n]", "");
    }
}
