package dev.tailback.hub.dossier;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.entity.Fact;
import dev.tailback.hub.facts.Facts;
import dev.tailback.hub.facts.HeldField;
import dev.tailback.hub.facts.HeldFields;
import dev.tailback.hub.records.KnownRecord;
import dev.tailback.hub.records.Records;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the records that stand for one golden record, side by side. */
@Singleton
public class ReadSources {

    /** So many records are shown; a golden record of more is a mistake of matching. */
    public static final int MOST = 200;

    private final Records records;
    private final HeldFields held;
    private final Facts facts;
    private final Connections connections;
    private final GoldenViewRows rows;

    ReadSources(Records records, HeldFields held, Facts facts, Connections connections, GoldenViewRows rows) {
        this.records = records;
        this.held = held;
        this.facts = facts;
        this.connections = connections;
        this.rows = rows;
    }

    /** In the order in which they were heard of; fields by name. */
    public List<SourceView> of(UUID golden) {
        return records.of(golden).stream().limit(MOST).map(this::view).toList();
    }

    private SourceView view(KnownRecord record) {
        return new SourceView(
                record.crm(),
                record.object(),
                record.recordId(),
                record.standing(),
                rows.seenAt(record.id()),
                Optional.ofNullable(record.erasedAt()),
                fields(record));
    }

    private List<FieldView> fields(KnownRecord record) {
        Map<String, Fact> said =
                facts.of(record).stream().collect(Collectors.toMap(Fact::attribute, Function.identity()));
        Optional<MappedObject> mapped =
                connections.of(record.crm()).flatMap((Connection crm) -> crm.object(record.object()));
        return held.of(record).values().stream()
                .sorted(Comparator.comparing(HeldField::field))
                .map(field -> field(field, mapped.flatMap(object -> object.attribute(field.field())), said))
                .toList();
    }

    private static FieldView field(HeldField held, Optional<String> attribute, Map<String, Fact> said) {
        Optional<Fact> fact =
                attribute.filter(name -> !held.isOurs()).flatMap(name -> Optional.ofNullable(said.get(name)));
        return new FieldView(
                held.field(),
                attribute,
                held.value(),
                Optional.ofNullable(held.ours()),
                Optional.ofNullable(held.refusedBy()),
                fact.map(one -> one.times().from()),
                fact.map(one -> one.times().to()));
    }
}
