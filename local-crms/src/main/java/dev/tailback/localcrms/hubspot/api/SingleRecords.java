package dev.tailback.localcrms.hubspot.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.records.Content;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Lists an object, and reads, creates, changes and archives one record. */
final class SingleRecords {
    private static final int USUAL_PAGE = 10;
    private static final int MOST_A_PAGE = 100;
    private static final int MOST_WITH_HISTORY = 50;

    private final Account account;
    private final Saving saving;

    SingleRecords(Account account, Saving saving) {
        this.account = account;
        this.saving = saving;
    }

    Reply list(Call call, ObjectType type) {
        View view = view(call);
        int limit = limit(call, view.withHistory().isEmpty() ? MOST_A_PAGE : MOST_WITH_HISTORY);
        long after = call.param("after").flatMap(Objects::id).orElse(0L);
        if (after == 0
                && call.param("after")
                        .filter(text -> !text.isEmpty() && !text.equals("0"))
                        .isPresent()) {
            throw ApiRefusal.invalid("Invalid after: " + call.param("after").get());
        }
        boolean archived = isArchivedWanted(call);
        return Reply.json(200, account.read(content -> page(content, type, view, new Page(limit, after, archived))));
    }

    private record Page(int limit, long after, boolean archived) {}

    private static ObjectNode page(Content content, ObjectType type, View view, Page page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode results = json.putArray("results");
        long last = 0;
        for (CrmRecord record :
                content.records().of(type).tailMap(page.after(), false).values()) {
            if (record.isArchived() != page.archived()) {
                continue;
            }
            if (results.size() == page.limit()) {
                json.putObject("paging").putObject("next").put("after", Long.toString(last));
                break;
            }
            results.add(view.show(content, record));
            last = record.id();
        }
        return json;
    }

    private static int limit(Call call, int most) {
        String given = call.param("limit").orElse(Integer.toString(Math.min(USUAL_PAGE, most)));
        if (!given.matches("\\d{1,6}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > most) {
            throw ApiRefusal.invalid("The limit is 1 to " + most + ", not " + given + ".");
        }
        return Integer.parseInt(given);
    }

    private static boolean isArchivedWanted(Call call) {
        return call.param("archived").filter("true"::equals).isPresent();
    }

    static View view(Call call) {
        return new View(call.list("properties"), call.list("propertiesWithHistory"), call.list("associations"));
    }

    private static String idProperty(Call call) {
        return call.param("idProperty").orElse("");
    }

    Reply read(Call call, ObjectType type, String id) {
        View view = view(call);
        boolean archived = isArchivedWanted(call);
        return account.read(content -> Objects.find(content, type, idProperty(call), id)
                .filter(record -> record.isArchived() == archived)
                .map(record -> Reply.json(200, view.show(content, record)))
                .orElseThrow(ApiRefusal::noSuchPath));
    }

    Reply create(Call call, ObjectType type) {
        ObjectNode body = ReadBody.object(call);
        Map<String, String> given = ReadBody.properties(body);
        return account.write(content -> {
            CrmRecord record = saving.create(content, type, given);
            saving.associate(content, record, body.path("associations"));
            return Reply.json(201, written(given.keySet(), type).show(content, record));
        });
    }

    Reply update(Call call, ObjectType type, String id) {
        Map<String, String> given = ReadBody.properties(ReadBody.object(call));
        return account.write(content -> {
            CrmRecord before =
                    Objects.living(content, type, idProperty(call), id).orElseThrow(ApiRefusal::noSuchPath);
            CrmRecord record = saving.update(content, before, given);
            return Reply.json(200, written(given.keySet(), type).show(content, record));
        });
    }

    /** What an answer to a write shows: what was written, and the usual properties. */
    static View written(Collection<String> given, ObjectType type) {
        Set<String> names = new HashSet<>(given);
        names.addAll(type.shownProperties());
        return View.of(names);
    }

    /** Archiving what is not there is no error, as with HubSpot. */
    Reply archive(ObjectType type, String id) {
        return account.write(content -> {
            Objects.living(content, type, "", id).ifPresent(record -> saving.archive(content, record));
            return Reply.nothing(204);
        });
    }

    Reply merge(Call call, ObjectType type) {
        ObjectNode body = ReadBody.object(call);
        return account.write(content -> {
            CrmRecord primary = forMerge(content, type, body.path("primaryObjectId"));
            CrmRecord other = forMerge(content, type, body.path("objectIdToMerge"));
            if (primary.id() == other.id()) {
                throw ApiRefusal.invalid("A record cannot be merged with itself: " + primary.id());
            }
            return Reply.json(200, View.usual().show(content, saving.merge(content, primary, other)));
        });
    }

    private static CrmRecord forMerge(Content content, ObjectType type, JsonNode id) {
        return Objects.living(content, type, "", id.asText())
                .orElseThrow(() -> ApiRefusal.notFound("There is no living record " + id.asText() + " to merge."));
    }

    /** Takes a person away for good, history included. */
    Reply forget(Call call, ObjectType type) {
        ObjectNode body = ReadBody.object(call);
        String id = body.path("objectId").asText();
        if (id.isEmpty()) {
            throw ApiRefusal.invalid("Invalid input JSON: objectId is needed.");
        }
        return account.write(content -> {
            Objects.find(content, type, body.path("idProperty").asText(""), id).ifPresent(content::remove);
            return Reply.nothing(204);
        });
    }
}
