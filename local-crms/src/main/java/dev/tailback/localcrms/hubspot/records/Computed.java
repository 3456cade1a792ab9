package dev.tailback.localcrms.hubspot.records;

import dev.tailback.localcrms.hubspot.schema.ObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values HubSpot computes from others. */
final class Computed {

    private Computed() {}

    static Map<String, String> of(ObjectType type, Map<String, List<Version>> values) {
        return switch (type) {
            case CONTACTS -> contact(values);
            case COMPANIES -> Map.of();
            case DEALS -> deal(values);
        };
    }

    private static Map<String, String> contact(Map<String, List<Version>> values) {
        String email = value(values, "email");
        String name = (value(values, "firstname") + " " + value(values, "lastname")).strip();
        Map<String, String> computed = new HashMap<>();
        computed.put("hs_email_domain", email.substring(email.indexOf('@') + 1));
        computed.put("hs_full_name_or_email", name.isEmpty() ? email : name);
        return computed;
    }

    private static Map<String, String> deal(Map<String, List<Version>> values) {
        String stage = value(values, "dealstage");
        boolean won = stage.equals("closedwon");
        return Map.of(
                "hs_is_closed_won", String.valueOf(won),
                "hs_is_closed", String.valueOf(won || stage.equals("closedlost")));
    }

    private static String value(Map<String, List<Version>> values, String name) {
        List<Version> versions = values.get(name);
        return versions == null ? "" : versions.get(0).value();
    }
}
