package dev.tailback.localorg.rest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The named text parts of a {@code multipart/form-data} body. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*\\bname=\"?([^\";\\r\\n]+)\"?");
    private static final Pattern HEAD_END = Pattern.compile("\\r?\\n\\r?\\n");

    private Multipart() {}

    static Map<String, String> parts(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new ApiException(400, "INVALID_MULTIPART_REQUEST", "The Content-Type names no boundary.");
        }
        Map<String, String> parts = new HashMap<>();
        String text = "\n" + new String(body, StandardCharsets.UTF_8);
        for (String part : text.split("\\r?\\n--" + Pattern.quote(boundary.group(1)))) {
            Matcher name = NAME.matcher(part);
            Matcher head = HEAD_END.matcher(part);
            if (name.find() && head.find(name.end())) {
                parts.put(name.group(1), part.substring(head.end()));
            }
        }
        return parts;
    }
}
