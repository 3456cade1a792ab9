package dev.tailback.localcrms.hubspot.page;

import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.switches.Switches;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The account for a person: lists at {@code /companies}, a record at {@code /companies/1}, a new one at {@code /companies/new}. */
public final class Pages {
    private final Account account;
    private final PersonEdits edits;

    public Pages(Account account, Switches switches) {
        this.account = account;
        this.edits = new PersonEdits(account, switches);
    }

    public Reply reply(Call call) {
        if (call.segments().isEmpty()) {
            return Reply.seeOther("/companies");
        }
        if (call.path().equals("/style.css")) {
            return Reply.text(200, "text/css", Style.CSS);
        }
        Optional<ObjectType> type =
                ObjectType.of(call.segment(0)).filter(one -> one.plural().equals(call.segment(0)));
        return type.map(one -> ofObject(call, one)).orElseGet(Pages::missing);
    }

    private static Reply missing() {
        return html(404, "Not here", "<p>There is no such page. <a href=\"/\">Back to the start</a></p>");
    }

    private static Reply html(int status, String title, String body) {
        return Reply.text(status, "text/html", Html.page(title, body));
    }

    private Reply ofObject(Call call, ObjectType type) {
        if (call.method().equals("POST")) {
            return isOwnForm(call)
                    ? post(call, type)
                    : html(403, "Not from here", "<p>This form is of another site.</p>");
        }
        return switch (call.segments().size()) {
            case 1 ->
                account.read(content ->
                        html(200, type.plural(), ListPage.of(type, call).html(content)));
            case 2 -> page(type, call.segment(1), Map.of(), Optional.empty());
            default -> missing();
        };
    }

    /** A page of another site in the same browser cannot send what a person did not. */
    private static boolean isOwnForm(Call call) {
        String host = call.header("Host").orElse("");
        return call.header("Origin")
                .map(origin -> origin.endsWith("://" + host))
                .orElse(true);
    }

    private Reply post(Call call, ObjectType type) {
        Map<String, String> typed = call.form();
        try {
            CrmRecord record = saved(call, type, typed);
            return Reply.seeOther("/" + type.plural() + "/" + record.id());
        } catch (IllegalArgumentException refused) {
            return page(type, call.segment(1), typed, Optional.of(String.valueOf(refused.getMessage())));
        }
    }

    private CrmRecord saved(Call call, ObjectType type, Map<String, String> typed) {
        if (call.segment(1).equals("new")) {
            Map<String, String> filled = new HashMap<>(typed);
            filled.values().removeIf(String::isEmpty);
            return edits.create(type, filled);
        }
        long id = id(call.segment(1));
        return switch (call.segment(2)) {
            case "" -> edits.update(type, id, changed(type, id, typed));
            case "archive" -> edits.archive(type, id);
            case "restore" -> edits.restore(type, id);
            default -> throw new IllegalArgumentException("A record can be saved, archived and restored.");
        };
    }

    /** Only what the person changed: the form holds every property. */
    private Map<String, String> changed(ObjectType type, long id, Map<String, String> typed) {
        Map<String, String> changed = new HashMap<>(typed);
        account.read(content -> content.records().find(type, id))
                .ifPresent(record -> changed.entrySet()
                        .removeIf(entry -> record.newest(entry.getKey()).equals(entry.getValue())));
        return changed;
    }

    private static long id(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    private Reply page(ObjectType type, String word, Map<String, String> typed, Optional<String> refused) {
        return account.read(content -> {
            Optional<CrmRecord> record = content.records().find(type, id(word));
            if (record.isEmpty() && !word.equals("new")) {
                return missing();
            }
            String title =
                    record.map(shown -> type.singular() + " " + shown.id()).orElse("New " + type.singular());
            return html(
                    refused.isPresent() ? 400 : 200, title, new RecordPage(content, type, record).html(typed, refused));
        });
    }
}
