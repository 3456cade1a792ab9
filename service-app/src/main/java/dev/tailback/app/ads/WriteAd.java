package dev.tailback.app.ads;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Writes an ad's own row, and a line of its history for every field that changes; inside a transaction. */
@Singleton
class WriteAd {

    private final AdRows ads;
    private final AdHistory history;
    private final Clock clock;

    WriteAd(AdRows ads, AdHistory history, Clock clock) {
        this.ads = ads;
        this.history = history;
        this.clock = clock;
    }

    void add(UUID id, AdRequest request, String by) {
        ads.add(
                id,
                request.title(),
                request.contractId(),
                request.serviceDate(),
                request.customerReference(),
                request.note(),
                by,
                clock.instant());
    }

    /** It becomes what the request says, and a version newer. */
    void correct(Ad ad, AdRequest request, String by) {
        Instant now = clock.instant();
        ads.correct(
                ad.id(),
                request.title(),
                request.contractId(),
                request.serviceDate(),
                request.customerReference(),
                request.note(),
                by,
                now);
        Map<AdField, Optional<String>> after = fields(request);
        fields(ad).forEach((field, before) -> {
            if (!before.equals(after.get(field))) {
                history.append(
                        ad.id(),
                        now,
                        by,
                        request.reason(),
                        ad.version() + 1,
                        field,
                        before.orElse(null),
                        after.getOrDefault(field, Optional.empty()).orElse(null));
            }
        });
    }

    void cancel(Ad ad, String by) {
        ads.cancel(ad.id(), by, clock.instant());
    }

    private static Map<AdField, Optional<String>> fields(Ad ad) {
        return fields(ad.title(), ad.contractId(), ad.serviceDate(), ad.customerReference(), ad.note());
    }

    private static Map<AdField, Optional<String>> fields(AdRequest request) {
        return fields(
                request.title(),
                request.contractId(),
                request.serviceDate(),
                request.customerReference(),
                request.note());
    }

    private static Map<AdField, Optional<String>> fields(@Nullable Object... inOrderOfTheirNames) {
        Map<AdField, Optional<String>> fields = new EnumMap<>(AdField.class);
        for (AdField field : AdField.values()) {
            fields.put(
                    field,
                    Optional.ofNullable(inOrderOfTheirNames[field.ordinal()]).map(Objects::toString));
        }
        return fields;
    }
}
