package dev.tailback.hub.creations;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells people in which CRMs a customer is missing, and whether it will be created there. */
@Singleton
public class Absences {

    private final CreationRows rows;
    private final Records records;
    private final Connections connections;
    private final Entities entities;

    Absences(CreationRows rows, Records records, Connections connections, Entities entities) {
        this.rows = rows;
        this.records = records;
        this.connections = connections;
        this.entities = entities;
    }

    /** One for each CRM that could have it. @param agreed values by attribute */
    public List<Absence> of(UUID golden, String entity, Map<String, String> agreed) {
        Set<String> has = records.of(golden).stream().map(KnownRecord::crm).collect(Collectors.toSet());
        Optional<Wanted> wanted = entities.entity(entity).map(declared -> new Wanted(declared, agreed));
        return connections.all().stream()
                .filter(connection -> !has.contains(connection.crm()))
                .flatMap(connection -> place(connection, entity)
                        .flatMap(mapped -> wanted.stream().map(some -> absence(golden, connection, mapped, some))))
                .toList();
    }

    /** Where it would be created; else the object that holds its like. */
    private static Stream<MappedObject> place(Connection connection, String entity) {
        return connection.objects().stream()
                .filter(mapped -> mapped.entity().equals(entity))
                .sorted(Comparator.comparing(mapped -> mapped.creates().isEmpty()))
                .limit(1);
    }

    private Absence absence(UUID golden, Connection connection, MappedObject mapped, Wanted wanted) {
        String crm = connection.crm();
        if (mapped.creates().isEmpty()) {
            return new Absence(crm, mapped.object(), Absence.Why.NOT_WANTED, "");
        }
        if (mapped.createsNow().isEmpty()) {
            return new Absence(crm, mapped.object(), Absence.Why.STOPPED, "");
        }
        List<String> missing = wanted.missing(mapped.creates().get());
        return missing.isEmpty()
                ? waiting(golden, connection, mapped)
                : new Absence(crm, mapped.object(), Absence.Why.NEEDS, String.join(", ", missing));
    }

    private Absence waiting(UUID golden, Connection connection, MappedObject mapped) {
        String[] objects = connection.objects().stream()
                .filter(one -> one.entity().equals(mapped.entity()))
                .map(MappedObject::object)
                .toArray(String[]::new);
        return rows.waiting(golden, connection.crm(), mapped.object(), objects)
                .map(waiting -> new Absence(connection.crm(), mapped.object(), waiting.why(), waiting.about()))
                .orElse(new Absence(connection.crm(), mapped.object(), Absence.Why.NEXT, ""));
    }
}
