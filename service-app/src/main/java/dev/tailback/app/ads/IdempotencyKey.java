package dev.tailback.app.ads;

import dev.tailback.web.input.TextRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An Idempotency-Key: the account that uses it, and what was asked under it. */
record IdempotencyKey(String account, String key, String requestHash) {

    private static final TextRule KEY = TextRule.line(255);

    /**
     * @param key 1 to 255 characters
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid}
     */
    static IdempotencyKey of(String account, String key, AdRequest request) {
        return new IdempotencyKey(account, KEY.required("Idempotency-Key", key), hash(request));
    }

    /** Of the meaning, not of the bytes: spaces and the order of JSON fields do not make another request. */
    private static String hash(AdRequest request) {
        try {
            byte[] text = meaning(request).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A request without the optional fields means what it meant before they existed, so that its repeat is known. */
    private static String meaning(AdRequest request) {
        String always = "AdRequest[title=" + request.title() + ", contractId=" + request.contractId() + ", products="
                + request.products() + ", reason=" + request.reason() + "]";
        String more = Stream.of(request.serviceDate(), request.customerReference(), request.note())
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        return more.equals("null\nnull\nnull") ? always : always + "\n" + more;
    }
}
