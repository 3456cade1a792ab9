package dev.tailback.verification.hubtorture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.Await;
import dev.tailback.verification.fleet.Http;
import dev.tailback.verification.hubstory.HubDesk;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an admin does after a property was renamed and got its name back: the hub looks for a stopped field each hour only, and
 * at once when the mapping changes. So the admin takes the field out of the mapping and puts the mapping back.
 */
record MendMapping(HubDesk admin) {
    private static final String MARKETING = "/api/hub/crms/" + CustomerCrm.MARKETING.word();
    /** The one that the storm renames. */
    private static final String RENAMED = "city";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** @return how many fields had stopped */
    int mend() {
        int stopped = stopped();
        if (stopped > 0) {
            admin.act("PUT", MARKETING + "/mapping", note().put("yaml", withoutCity()));
            admin.act("POST", MARKETING + "/mapping/put-back", note());
            Await.require("no field is stopped any more", PATIENCE, () -> stopped() == 0);
        }
        return stopped;
    }

    private static String withoutCity() {
        CustomerCrm crm = CustomerCrm.MARKETING;
        return "form: 1\ncrm: " + crm.word() + "\nobjects:\n" + object("company", crm.companies())
                + object("person", crm.people());
    }

    private static String object(String entity, CustomerCrm.CrmObject object) {
        Map<String, String> fields = new TreeMap<>(object.fields());
        fields.remove(RENAMED);
        return "  " + object.name() + ": {entity: " + entity + ", fields: {"
                + fields.entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .collect(Collectors.joining(", "))
                + "}}\n";
    }

    private int stopped() {
        JsonNode stopped = admin.ask(MARKETING + "/drift").orElse(Http.NOTHING).path("stopped");
        return stopped.size();
    }

    private static ObjectNode note() {
        return Http.JSON.createObjectNode().put("note", "The property has its name again.");
    }
}
