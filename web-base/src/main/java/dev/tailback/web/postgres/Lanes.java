package dev.tailback.web.postgres;

import com.zaxxer.hikari.HikariDataSource;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Which share of the pool a request may use: three eighths for each kind. So a table that somebody holds for long uses
 * up the connections of those who want it, and never those of everybody. Loops are few and need no lane.
 */
final class Lanes {

    private final Map<String, Lane> byKind = new ConcurrentHashMap<>(); // as many as routes have first words
    private final int width;
    private final long patienceMillis;

    Lanes(HikariDataSource pool) {
        this.width = Math.max(1, pool.getMaximumPoolSize() * 3 / 8);
        this.patienceMillis = pool.getConnectionTimeout();
    }

    /** Of the request that this thread serves, if it serves one. */
    Optional<Lane> ofThisRequest() {
        return ServerRequestContext.currentRequest()
                .flatMap(BasicHttpAttributes::getUriTemplate)
                .map(template -> byKind.computeIfAbsent(kind(template), any -> new Lane(width, patienceMillis)));
    }

    /** Pages and API share it: {@code ads} for {@code /ads/{id}} and {@code /api/ads}. */
    static String kind(String template) {
        return Stream.of(template.split("[/{?]"))
                .filter(word -> !word.isEmpty() && !word.equals("api"))
                .findFirst()
                .orElse("");
    }
}
