package dev.tailback.hub.drift;

import dev.tailback.hub.connections.MappedObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is stopped now. Asked for each record, so the database is asked at most once a second. */
@Singleton
class Stops {

    private static final long KEPT = Duration.ofSeconds(1).toNanos();

    private final StopRows rows;
    private volatile Optional<Known> known = Optional.empty();

    private record Known(List<FieldStop> stops, long at) {}

    Stops(StopRows rows) {
        this.rows = rows;
    }

    List<FieldStop> all() {
        Optional<Known> last = known.filter(some -> System.nanoTime() - some.at() < KEPT);
        return last.map(Known::stops).orElseGet(() -> {
            List<FieldStop> now = rows.all();
            known = Optional.of(new Known(now, System.nanoTime()));
            return now;
        });
    }

    /** What is known holds no more. */
    void changed() {
        known = Optional.empty();
    }

    Optional<FieldStop> ofObject(String crm, String object) {
        return of(crm, object).filter(stop -> stop.scope() == StopScope.OBJECT).findFirst();
    }

    Set<String> unasked(String crm, String object) {
        return of(crm, object).filter(FieldStop::isUnseen).map(FieldStop::field).collect(Collectors.toSet());
    }

    MappedObject leaveOut(String crm, MappedObject mapped) {
        List<FieldStop> stops = of(crm, mapped.object()).toList();
        return stops.isEmpty() ? mapped : without(mapped, stops);
    }

    private static MappedObject without(MappedObject mapped, List<FieldStop> stops) {
        Set<String> unasked = new HashSet<>();
        Set<String> unwritten = new HashSet<>();
        stops.forEach(stop -> {
            switch (stop.scope()) {
                case OBJECT -> {
                    unasked.addAll(mapped.named());
                    unwritten.addAll(mapped.named());
                }
                case FIELD -> {
                    unasked.add(stop.field());
                    unwritten.add(stop.field());
                }
                case WRITING -> unwritten.add(stop.field());
            }
        });
        return mapped.without(unasked, unwritten);
    }

    private Stream<FieldStop> of(String crm, String object) {
        return all().stream()
                .filter(stop -> stop.crm().equals(crm) && stop.object().equals(object));
    }
}
