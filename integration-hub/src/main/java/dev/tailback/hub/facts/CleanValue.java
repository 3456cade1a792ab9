package dev.tailback.hub.facts;

import dev.tailback.hub.connections.MappedObject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** The clean form of what a CRM stores. */
@Singleton
class CleanValue {

    Optional<String> of(
            String entity, String attribute, String value, Map<String, String> fields, MappedObject mapped) {
        return Optional.of(value.strip()).filter(text -> !text.isEmpty());
    }
}
