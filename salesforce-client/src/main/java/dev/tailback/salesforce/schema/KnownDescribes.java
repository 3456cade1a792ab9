package dev.tailback.salesforce.schema;

import dev.tailback.mapping.schema.OrgObject;
import dev.tailback.salesforce.http.OrgAnswer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Objects as one reader last described them, each with the org's own word for when it changed. */
final class KnownDescribes {

    /** More than a mapping leads over; beyond, nothing is kept, and all is described anew. */
    private static final int MOST = 100;

    private static final int LONGEST_TIME = 60;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    record Known(String lastModified, OrgObject object) {}

    Optional<Known> find(String object) {
        return Optional.ofNullable(known.get(key(object)));
    }

    void forget(String object) {
        known.remove(key(object));
    }

    /** An answer that does not say when it changed is not kept. */
    boolean keep(String object, OrgAnswer answer, OrgObject described) {
        Optional<String> time =
                answer.headers().firstValue("Last-Modified").filter(given -> given.length() <= LONGEST_TIME);
        time.filter(given -> known.size() < MOST)
                .ifPresent(given -> known.put(key(object), new Known(given, described)));
        return time.isPresent();
    }

    private static String key(String object) {
        return object.toLowerCase(Locale.ROOT);
    }
}
