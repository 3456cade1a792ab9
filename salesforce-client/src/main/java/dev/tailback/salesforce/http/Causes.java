package dev.tailback.salesforce.http;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure with everything that led to it. */
record Causes(Throwable outermost) {

    private static final int DEEPEST = 20;

    <T extends Throwable> Optional<T> find(Class<T> kind) {
        return all().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** All that they say; to look into, never to show. */
    String words() {
        return all().map(cause -> String.valueOf(cause.getMessage())).collect(Collectors.joining("\n"));
    }

    private Stream<Throwable> all() {
        return Stream.iterate(outermost, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
