package dev.tailback.verification.hubstory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.customers.CustomerCrm.CrmObject;
import dev.tailback.verification.fleet.Http.Answer;
import dev.tailback.verification.fleet.Org;
import dev.tailback.verification.story.StoryFailed;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A person in Salesforce. */
public final class SalesPerson implements CrmDesk {
    private static final int NO_CONTENT = 204;

    private final Org org;

    public SalesPerson(URI org) {
        this.org = new Org(org, "sales@tailback.local");
    }

    @Override
    public CustomerCrm crm() {
        return CustomerCrm.SALES;
    }

    @Override
    public List<HeldRecord> all(Part part) {
        CrmObject object = part.in(crm());
        String fields = String.join(", ", object.fields().values());
        return org.query("SELECT Id, SystemModstamp, " + fields + " FROM " + object.name()).stream()
                .map(row -> held(object, row))
                // A query orders ids as texts, where case does not count; among ids it does.
                .sorted(Comparator.comparing(HeldRecord::id))
                .toList();
    }

    private static HeldRecord held(CrmObject object, JsonNode row) {
        Map<String, String> values = new TreeMap<>();
        object.fields()
                .forEach((attribute, field) -> values.put(
                        attribute,
                        row.path(field).isNull() ? "" : row.path(field).asText()));
        return new HeldRecord(
                row.path("Id").asText(), values, row.path("SystemModstamp").asText());
    }

    @Override
    public void edit(Part part, String id, String attribute, String value) {
        CrmObject object = part.in(crm());
        Optional<Answer> answer = org.set(object.name(), id, object.field(attribute), value);
        if (answer.filter(given -> given.status() == NO_CONTENT).isEmpty()) {
            throw new StoryFailed("Salesforce refused the " + attribute + " of " + id + ": " + answer);
        }
    }

    /** No permission set that is shipped lets anybody delete. */
    @Override
    public void delete(Part part, String id) {
        throw new StoryFailed("Sales people may not delete in Salesforce");
    }
}
