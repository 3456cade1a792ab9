package dev.tailback.localorg.rest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * What every data call must keep to, whatever it is about: sizes of address and headers, JSON in and out. REST guide,
 * page status-codes-and-error-responses. Salesforce also speaks XML; this org says that it does not.
 */
final class WireRules {
    private static final int MOST_BYTES = 16_384;
    private static final Set<String> KNOWN_BODIES = Set.of("application/json", "text/csv", "multipart/form-data");

    private WireRules() {}

    static void check(Request request) {
        if (request.addressBytes() > MOST_BYTES) {
            throw new ApiException(414, "URI_TOO_LONG", "The URI is longer than 16,384 bytes.");
        }
        int headers = request.headers().entrySet().stream()
                .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()) + 4)
                .sum();
        if (request.addressBytes() + headers > MOST_BYTES) {
            throw new ApiException(
                    431, "REQUEST_HEADER_FIELDS_TOO_LARGE", "URI and headers together are longer than 16,384 bytes.");
        }
        refuseXml(request);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void refuseXml(Request request) {
        String accept = request.header("Accept").orElse("*/*").toLowerCase(Locale.ROOT);
        boolean onlyXml = accept.contains("xml") && !accept.contains("json") && !accept.contains("*/*");
        if (onlyXml || request.path().endsWith(".xml")) {
            throw new ApiException(
                    406, "NOT_ACCEPTABLE", "This org answers in JSON only; ask for application/json instead of XML.");
        }
        String type = request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (!request.isRead() && request.body().length > 0 && type.contains("xml")) {
            throw new ApiException(
                    415,
                    "UNSUPPORTED_MEDIA_TYPE",
                    "This org takes " + KNOWN_BODIES.stream().sorted().toList() + ", not " + type + ".");
        }
    }
}
