package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.rest.Reply;
import dev.tailback.localorg.rest.Request;
import dev.tailback.localorg.rows.Ids;
import dev.tailback.localorg.rows.Row;
import dev.tailback.localorg.rows.Snapshot;
import dev.tailback.localorg.rows.Transaction;
import dev.tailback.localorg.save.RequestRefused;
import dev.tailback.localorg.save.SaveError;
import dev.tailback.localorg.save.SaveRequest;
import dev.tailback.localorg.save.SaveResult;
import dev.tailback.localorg.save.Verb;
import dev.tailback.localorg.users.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The org for people: contracts, or all objects where a project has none; a row with its details; picking a value. */
public final class Pages {

    private final Supplier<Org> org;
    private final RecordPage recordPage = new RecordPage();
    private final ListPage listPage = new ListPage();

    public Pages(Supplier<Org> org) {
        this.org = org;
    }

    public Reply reply(Request request) {
        List<String> path = request.segments();
        return switch (path.isEmpty() ? "" : path.get(0)) {
            case "" -> list("Contract", "Contracts");
            case "objects" -> path.size() == 2 ? list(path.get(1), path.get(1)) : objects();
            case "contracts", "records" -> path.size() == 2 ? record(request, path.get(1)) : missing();
            case "style.css" -> Reply.text(200, "text/css", Style.CSS);
            default -> missing();
        };
    }

    private static Reply missing() {
        return html(404, "Not here", "<p>There is no such page. <a href=\"/\">Back to the start</a></p>");
    }

    private static Reply html(int status, String title, String body) {
        return Reply.text(status, "text/html", Layout.page(title, body));
    }

    private Reply objects() {
        return html(200, "Objects", listPage.objects(org.get()));
    }

    private Reply list(String object, String title) {
        Optional<ObjectType> type = org.get().schema().object(object);
        try (Snapshot snapshot = org.get().store().snapshot()) {
            return type.isEmpty() ? missing() : html(200, title, listPage.rows(reading(snapshot), type.get()));
        }
    }

    private Reading reading(Snapshot snapshot) {
        return new Reading(
                org.get(), org.get().reader(snapshot, org.get().users().of(Person.ADMIN)));
    }

    private Reply record(Request request, String given) {
        String refusal = request.method().equals("POST") ? changed(given, request.formBody()) : "";
        if (request.method().equals("POST") && refusal.isEmpty()) {
            return Reply.nothing(303).with("Location", "/records/" + Layout.escaped(given));
        }
        try (Snapshot snapshot = org.get().store().snapshot()) {
            Row row = Ids.parse(given).map(snapshot::find).orElse(null);
            return row == null
                    ? missing()
                    : html(200, row.type().label(), recordPage.html(reading(snapshot), row, refusal));
        }
    }

    /** Sets one field as one person; empty when it was saved, otherwise what the org said. */
    private String changed(String given, Map<String, String> form) {
        Optional<ObjectType> type = org.get().schema().objectOf(given);
        Optional<Person> person = List.of(Person.values()).stream()
                .filter(candidate -> candidate.word().equals(form.get("as")))
                .findFirst();
        Optional<Field> field = type.flatMap(object -> object.field(form.getOrDefault("field", "")));
        if (person.isEmpty() || field.isEmpty() || field.get().picklist().isEmpty()) {
            return "This change is not offered here.";
        }
        Map<String, Object> record = new HashMap<>();
        record.put("Id", given);
        record.put(field.get().name(), form.get("value"));
        new PickedSince(type.get(), field.get())
                .stamp(record, form.get("value"), org.get().now());
        return save(
                new SaveRequest(type.get(), Verb.UPDATE, type.get().fields().get(0), List.of(record)), person.get());
    }

    private String save(SaveRequest request, Person person) {
        try (Transaction transaction = org.get().store().begin()) {
            SaveResult result = org.get()
                    .save()
                    .save(transaction, org.get().users().of(person), request)
                    .get(0);
            transaction.commit();
            return String.join(
                    " ", result.errors().stream().map(SaveError::message).toList());
        } catch (RequestRefused e) {
            return e.getMessage();
        }
    }
}
