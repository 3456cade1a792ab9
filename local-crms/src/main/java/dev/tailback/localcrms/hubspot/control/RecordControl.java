package dev.tailback.localcrms.hubspot.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tailback.localcrms.http.Call;
import dev.tailback.localcrms.http.Reply;
import dev.tailback.localcrms.hubspot.account.Account;
import dev.tailback.localcrms.hubspot.page.PersonEdits;
import dev.tailback.localcrms.hubspot.records.CrmRecord;
import dev.tailback.localcrms.hubspot.schema.ObjectType;
import dev.tailback.localcrms.hubspot.switches.Switches;

/** Creates, changes and archives records as a person at a screen does: without token, allowance and faults. */
final class RecordControl {
    private final PersonEdits edits;

    RecordControl(Account account, Switches switches) {
        this.edits = new PersonEdits(account, switches);
    }

    Reply reply(Call call) {
        ObjectType type = SchemaControl.type(call.segment(2));
        return switch (call.method() + " " + call.segments().size()) {
            case "POST 3" -> told(201, edits.create(type, OrderBody.texts(Control.body(call))));
            case "PUT 4" -> told(200, edits.update(type, id(call), OrderBody.texts(Control.body(call))));
            case "DELETE 4" -> told(200, edits.archive(type, id(call)));
            case "POST 5" -> told(200, restored(type, call));
            default ->
                Reply.refused(
                        404,
                        "The calls are POST /local-crms/records/{object}, PUT and DELETE"
                                + " /local-crms/records/{object}/{id} and POST /local-crms/records/{object}/{id}/restore.");
        };
    }

    private CrmRecord restored(ObjectType type, Call call) {
        if (!call.segment(4).equals("restore")) {
            throw new IllegalArgumentException("An archived record can be restored, not " + call.segment(4) + ".");
        }
        return edits.restore(type, id(call));
    }

    private static long id(Call call) {
        if (!call.segment(3).matches("\\d{1,18}")) {
            throw new IllegalArgumentException("An id is a number, not " + call.segment(3) + ".");
        }
        return Long.parseLong(call.segment(3));
    }

    private static Reply told(int status, CrmRecord record) {
        return Reply.json(status, JsonNodeFactory.instance.objectNode().put("id", Long.toString(record.id())));
    }
}
