package dev.tailback.hub.erasure;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.util.Optional;
import java.util.UUID;

/** The golden record that is to be erased. */
@MappedEntity("golden")
record PersonRow(@Id UUID id, String entity, @Nullable UUID mergedInto, boolean isErased) {

    Optional<UUID> remains() {
        return Optional.ofNullable(mergedInto);
    }
}
