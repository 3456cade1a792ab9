package dev.tailback.edge;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Map;

/**
 * How large a body may be.
 *
 * @param general bytes, for every path that is not named
 * @param byPath bytes for some paths, written as {@code /login}
 */
public record BodySizes(int general, Map<String, Integer> byPath) {

    public BodySizes {
        byPath = Map.copyOf(byPath);
    }

    /** However the path is written: with a host, escapes, doubled or trailing slashes, parameters. */
    int of(String uri) {
        return byPath.getOrDefault(path(uri), general);
    }

    private static String path(String uri) {
        try {
            String local = uri.replaceFirst("^[a-zA-Z]+://[^/?#]*", "");
            String path = new QueryStringDecoder(local).path().replaceAll(";[^/]*", "");
            String single = path.replaceAll("/{2,}", "/");
            return single.length() > 1 && single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
        } catch (IllegalArgumentException undecodable) {
            return "";
        }
    }
}
