package dev.tailback.hub.creations;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Creates;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.AttributeKind;
import dev.tailback.hub.entity.Entity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records that the mappings want of a customer, whether its CRM has one or not. @param agreed values by attribute */
record Wanted(Entity entity, Map<String, String> agreed) {

    List<WantedRecord> of(List<Connection> connections) {
        return connections.stream().flatMap(this::of).toList();
    }

    private Stream<WantedRecord> of(Connection connection) {
        return connection.objects().stream()
                .filter(mapped -> mapped.entity().equals(entity.name()))
                .flatMap(mapped -> of(connection.crm(), mapped).stream());
    }

    private Optional<WantedRecord> of(String crm, MappedObject mapped) {
        return mapped.createsNow()
                .filter(this::isComplete)
                .map(how -> new WantedRecord(crm, mapped.object(), how.key(), values(mapped)));
    }

    private boolean isComplete(Creates how) {
        return missing(how).isEmpty();
    }

    /** The needed attributes of which no value is agreed. */
    List<String> missing(Creates how) {
        return how.needs().stream()
                .filter(attribute -> value(attribute).isEmpty())
                .sorted()
                .toList();
    }

    /** What is agreed to be empty is left out; a relation as well, since another CRM's id means nothing there. */
    private Map<String, String> values(MappedObject mapped) {
        Map<String, String> values = new TreeMap<>();
        mapped.writable().forEach((attribute, field) -> {
            if (!isRelation(attribute) && !value(attribute).isEmpty()) {
                values.put(field, value(attribute));
            }
        });
        return values;
    }

    private String value(String attribute) {
        return agreed.getOrDefault(attribute, "");
    }

    private boolean isRelation(String attribute) {
        return entity.attribute(attribute)
                .filter(known -> known.kind() == AttributeKind.REFERENCE)
                .isPresent();
    }
}
