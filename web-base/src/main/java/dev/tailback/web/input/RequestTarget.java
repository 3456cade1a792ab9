package dev.tailback.web.input;

import dev.tailback.web.input.Pairs.Pair;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Set;

/**
 * The address of a call as it stood in the request line. The framework gives up on some broken addresses in places of
 * its own, and lets others through half decoded; so it is looked at before.
 */
final class RequestTarget {

    private static final String ADDRESS = "address";

    private RequestTarget() {}

    /**
     * @throws dev.tailback.web.problems.Problem 400 {@code invalid} when it cannot be decoded, or holds what no address
     *     of ours does
     */
    static void check(String target) {
        if (!isAddress(target)) {
            throw Invalid.because(ADDRESS, "cannot be read; percent-encode everything but letters, digits and -._~");
        }
        int question = target.indexOf('?');
        checkPath(question < 0 ? target : target.substring(0, question));
        if (question >= 0) {
            checkQuery(target.substring(question + 1));
        }
    }

    private static boolean isAddress(String target) {
        try {
            new URI(target);
            return target.startsWith("/") && target.chars().allMatch(character -> character > ' ' && character < 0x7F);
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    private static void checkPath(String path) {
        String decoded = PercentEncoded.text(path, false)
                .orElseThrow(() -> Invalid.because(ADDRESS, "cannot be decoded as UTF-8"));
        Characters.firstRefused(decoded, false).ifPresent(character -> {
            throw Invalid.because(ADDRESS, TextRule.refused(character));
        });
    }

    private static void checkQuery(String query) {
        Set<String> names = new HashSet<>();
        for (Pair pair : Pairs.of(query.replace(';', '&'), "query").all()) {
            String name = Invalid.named(pair.name());
            if (!names.add(pair.name())) {
                throw Invalid.because(name, "is given twice; give it once");
            }
            Characters.firstRefused(pair.value(), true).ifPresent(character -> {
                throw Invalid.because(name, TextRule.refused(character));
            });
        }
    }
}
