package dev.tailback.localcrms.hubspot.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.localcrms.hubspot.records.ChangeSchema;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.records.InvalidRecord;
import dev.tailback.localcrms.hubspot.records.Link;
import dev.tailback.localcrms.hubspot.records.RecordExists;
import dev.tailback.localcrms.hubspot.records.Source;
import dev.tailback.localcrms.hubspot.records.WriteRecords;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Properties, records and links for an account that has no record yet, from a file; a person has typed them in. */
public final class Fixtures {
    private final Path path;
    private final JsonNode file;

    private Fixtures(Path path, JsonNode file) {
        this.path = path;
        this.file = file;
    }

    /** @throws IllegalArgumentException in one sentence */
    public static Fixtures read(Path path) {
        try {
            return new Fixtures(path, new ObjectMapper().readTree(path.toFile()));
        } catch (IOException e) {
            throw new IllegalArgumentException("The fixtures " + path + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    /** @throws IllegalArgumentException in one sentence, when the account refuses something in the file */
    public void into(Account account, Switches switches) {
        account.write(content -> {
            boolean empty = Arrays.stream(ObjectType.values())
                    .allMatch(type -> content.records().of(type).isEmpty());
            if (empty) {
                fill(content, new WriteRecords(content, switches), account.now());
                content.index().fill();
            }
            return empty;
        });
    }

    private void fill(Content content, WriteRecords writes, long now) {
        Map<ObjectType, List<CrmRecord>> made = new EnumMap<>(ObjectType.class);
        for (ObjectType type : ObjectType.values()) {
            file.path("properties").path(type.plural()).forEach(one -> define(content, type, one, now));
            List<CrmRecord> records = new ArrayList<>();
            file.path("records").path(type.plural()).forEach(one -> records.add(create(writes, type, one, now)));
            made.put(type, records);
        }
        file.path("links").forEach(link -> content.link(link(made, link)));
    }

    private void define(Content content, ObjectType type, JsonNode one, long now) {
        try {
            new ChangeSchema(content, type, now).add(one);
        } catch (IllegalArgumentException refused) {
            throw broken(String.valueOf(refused.getMessage()), refused);
        }
    }

    private CrmRecord create(WriteRecords writes, ObjectType type, JsonNode one, long now) {
        Map<String, String> values = new LinkedHashMap<>();
        one.properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        try {
            return writes.create(type, values, Source.person(AccountFacts.USER_ID), now);
        } catch (InvalidRecord | RecordExists refused) {
            throw broken(type.singular() + " " + one + ": " + refused.getMessage(), refused);
        }
    }

    private Link link(Map<ObjectType, List<CrmRecord>> made, JsonNode link) {
        CrmRecord from = end(made, link.path("from"), link.path("fromIndex"));
        CrmRecord to = end(made, link.path("to"), link.path("toIndex"));
        return new Link(from.type(), from.id(), to.type(), to.id());
    }

    private CrmRecord end(Map<ObjectType, List<CrmRecord>> made, JsonNode type, JsonNode index) {
        List<CrmRecord> records = ObjectType.of(type.asText())
                .map(known -> made.getOrDefault(known, List.of()))
                .orElse(List.of());
        if (!index.isInt() || index.intValue() < 0 || index.intValue() >= records.size()) {
            throw broken("there is no record " + index + " of " + type + " to link", new IOException("no such end"));
        }
        return records.get(index.intValue());
    }

    private IllegalArgumentException broken(String what, Exception cause) {
        return new IllegalArgumentException("The fixtures " + path + " are refused: " + what, cause);
    }
}
