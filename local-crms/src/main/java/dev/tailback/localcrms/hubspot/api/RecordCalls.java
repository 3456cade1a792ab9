package dev.tailback.localcrms.hubspot.api;

import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.faults.CallKind;
import dev.tailback.localcrms.hubspot.schema.ObjectType;

/** Everything below {@code /objects/{type}}. */
final class RecordCalls {
    private final SingleRecords single;
    private final Batches batches;
    private final Searches searches;
    private final Associations associations;
    private final Granted granted;

    private RecordCalls(
            SingleRecords single, Batches batches, Searches searches, Associations associations, Granted granted) {
        this.single = single;
        this.batches = batches;
        this.searches = searches;
        this.associations = associations;
        this.granted = granted;
    }

    static RecordCalls of(ApiParts parts, Granted granted, Associations associations) {
        Saving saving = new Saving(parts.account(), parts.switches());
        BatchRules rules = new BatchRules(parts.switches(), parts.faults());
        return new RecordCalls(
                new SingleRecords(parts.account(), saving),
                new Batches(parts.account(), saving, rules),
                new Searches(parts.account(), parts.switches()),
                associations,
                granted);
    }

    Reply reply(Call call, Route route) {
        ObjectType type = Objects.named(route.part(0));
        if (route.part(2).equals("associations")) {
            return associations.ofRecord(call, route, type);
        }
        CallKind kind = route.kind(call.method());
        if (kind == CallKind.WRITE) {
            granted.toWrite(type);
        } else {
            granted.toRead(type);
        }
        return route.part(1).equals("batch") ? batch(call, route, type) : one(call, route, type);
    }

    private Reply batch(Call call, Route route, ObjectType type) {
        return switch (call.method() + " " + route.action()) {
            case "POST batch/read" -> batches.read(call, route, type);
            case "POST batch/create" -> batches.create(call, route, type);
            case "POST batch/update" -> batches.update(call, route, type);
            case "POST batch/upsert" -> batches.upsert(call, route, type);
            case "POST batch/archive" -> batches.archive(call, type);
            default -> throw ApiRefusal.noSuchPath();
        };
    }

    private Reply one(Call call, Route route, ObjectType type) {
        if (route.rest().size() > 2) {
            throw ApiRefusal.noSuchPath();
        }
        String id = route.part(1);
        return switch (call.method() + " " + (id.matches("|search|merge|gdpr-delete") ? id : "one")) {
            case "GET " -> single.list(call, type);
            case "POST " -> single.create(call, type);
            case "POST search" -> searches.search(call, type);
            case "POST merge" -> single.merge(call, type);
            case "POST gdpr-delete" -> single.forget(call, type);
            case "GET one" -> single.read(call, type, id);
            case "PATCH one" -> single.update(call, type, id);
            case "DELETE one" -> single.archive(type, id);
            default -> throw ApiRefusal.notAllowed();
        };
    }
}
