package dev.tailback.localorg.page;

import dev.tailback.localorg.metadata.Field;
import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Views;
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

/** The org for people, for one call: contracts, or all objects where a project has none; a row with its details; picking a value. */
public final class Pages {

    private final Org org;
    private final Views views;

    public Pages(Org org, Views views) {
        this.org = org;
        this.views = views;
    }

    public Reply reply(Request request) {
        List<String> path = request.segments();
        return switch (path.isEmpty() ? "" : path.get(0)) {
            case "" -> list("Contract", request);
            case "objects" -> path.size() == 2 ? list(path.get(1), request) : objects();
            case "reports" -> reports(request);
            case "contracts", "records" -> path.size() == 2 ? record(request, path.get(1)) : missing();
            case "style.css" -> Reply.text(200, "text/css", Style.CSS);
            default -> path.size() == 1 ? recordById(path.get(0)) : missing();
        };
    }

    /** As a real org opens a record at its address and the id. */
    private static Reply recordById(String text) {
        return Ids.parse(text)
                .map(id -> Reply.nothing(303).with("Location", "/records/" + id))
                .orElseGet(Pages::missing);
    }

    private static Reply missing() {
        return html(404, "Not here", "<p>There is no such page. <a href=\"/\">Back to the start</a></p>");
    }

    private static Reply html(int status, String title, String body) {
        return Reply.text(status, "text/html", Layout.page(title, body));
    }

    private Reply objects() {
        return html(200, "Objects", ObjectsPage.html(org));
    }

    private Reply list(String object, Request request) {
        Optional<ObjectType> type = org.schema().object(object);
        try (Snapshot snapshot = org.store().snapshot()) {
            return type.map(found -> html(
                            200,
                            found.pluralLabel(),
                            new ListPage(views, found, request.params()).html(reading(snapshot))))
                    .orElseGet(Pages::missing);
        }
    }

    private Reply reports(Request request) {
        try (Snapshot snapshot = org.store().snapshot()) {
            ReportPage page = new ReportPage(views, reading(snapshot));
            List<String> path = request.segments();
            if (path.size() != 3) {
                return path.size() == 1 ? html(200, "Reports", page.list()) : missing();
            }
            return page.find(path.get(1), path.get(2))
                    .map(report -> html(
                            200,
                            report.label(),
                            page.html(report, request.param("page").orElse(""))))
                    .orElseGet(Pages::missing);
        }
    }

    private Reading reading(Snapshot snapshot) {
        return new Reading(org, org.reader(snapshot, org.users().of(Person.ADMIN)));
    }

    private Reply record(Request request, String given) {
        String refusal = request.method().equals("POST") ? changed(given, request.formBody()) : "";
        if (request.method().equals("POST") && refusal.isEmpty()) {
            return Reply.nothing(303).with("Location", "/records/" + Html.escaped(given));
        }
        try (Snapshot snapshot = org.store().snapshot()) {
            return Ids.parse(given)
                    .flatMap(snapshot::find)
                    .map(row -> recordPage(reading(snapshot), row, refusal))
                    .orElseGet(Pages::missing);
        }
    }

    private Reply recordPage(Reading reading, Row row, String refusal) {
        String title = row.type().label() + " " + reading.name(row);
        return html(200, title, new RecordPage(views).html(reading, row, refusal));
    }

    /** Sets one field as one person; empty when it was saved, otherwise what the org said. */
    private String changed(String given, Map<String, String> form) {
        Optional<ObjectType> type = org.schema().objectOf(given);
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
        new PickedSince(type.get(), field.get()).stamp(record, form.get("value"), org.now());
        return save(
                new SaveRequest(type.get(), Verb.UPDATE, type.get().fields().get(0), List.of(record)), person.get());
    }

    private String save(SaveRequest request, Person person) {
        try (Transaction transaction = org.store().begin()) {
            SaveResult result = org.save()
                    .save(transaction, org.users().of(person), request)
                    .get(0);
            transaction.commit();
            return String.join(
                    " ", result.errors().stream().map(SaveError::message).toList());
        } catch (RequestRefused e) {
            return e.getMessage();
        }
    }
}
