package dev.tailback.verification.hubtorture.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.Http;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a call of a connector is about.
 *
 * @param looksAt records that it asks for by their ids
 * @param writes records that it changes
 */
record CrmCall(List<String> looksAt, List<Change> writes) {
    private static final Pattern ORG_ID = Pattern.compile("'([a-zA-Z0-9]{18})'");
    private static final Pattern ORG_ROW = Pattern.compile("/sobjects/\\w+/([a-zA-Z0-9]{15,18})$");
    private static final int OK = 200;
    private static final int REDIRECT = 300;

    /** @param reference by which the answer names it */
    record Change(String record, Map<String, String> values, String reference) {}

    boolean isWrite() {
        return !writes.isEmpty();
    }

    static CrmCall of(CustomerCrm crm, String method, URI uri, byte[] body) {
        return crm == CustomerCrm.SALES ? ofOrg(method, uri, json(body)) : ofHubSpot(uri.getPath(), json(body));
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? Http.NOTHING : Http.JSON.readTree(body);
        } catch (IOException notJson) {
            return Http.NOTHING;
        }
    }

    private static CrmCall ofOrg(String method, URI uri, JsonNode body) {
        if (method.equals("GET") && uri.getPath().endsWith("/query")) {
            return new CrmCall(ids(uri.getQuery()), List.of());
        }
        List<Change> writes = new ArrayList<>();
        for (JsonNode call : body.path("compositeRequest")) {
            Matcher row = ORG_ROW.matcher(call.path("url").asText());
            if (call.path("method").asText().equals("PATCH") && row.find()) {
                writes.add(new Change(
                        row.group(1),
                        values(call.path("body")),
                        call.path("referenceId").asText()));
            }
        }
        return new CrmCall(List.of(), writes);
    }

    private static List<String> ids(String query) {
        Matcher all = ORG_ID.matcher(query);
        List<String> ids = new ArrayList<>();
        while (all.find()) {
            ids.add(all.group(1));
        }
        return ids;
    }

    private static CrmCall ofHubSpot(String path, JsonNode body) {
        List<String> looksAt = new ArrayList<>();
        List<Change> writes = new ArrayList<>();
        for (JsonNode input : body.path("inputs")) {
            String id = input.path("id").asText();
            if (path.endsWith("/batch/read")) {
                looksAt.add(id);
            } else if (path.endsWith("/batch/update")) {
                writes.add(new Change(id, values(input.path("properties")), id));
            }
        }
        return new CrmCall(looksAt, writes);
    }

    private static Map<String, String> values(JsonNode object) {
        Map<String, String> values = new TreeMap<>();
        object.properties()
                .forEach(field -> values.put(
                        field.getKey(),
                        field.getValue().isNull() ? "" : field.getValue().asText()));
        return values;
    }

    /** Of what this call wrote, what the CRM took. */
    List<Change> taken(int status, byte[] answer) {
        JsonNode json = status < REDIRECT ? json(answer) : Http.NOTHING;
        return writes.stream().filter(change -> isTaken(change, json)).toList();
    }

    private static boolean isTaken(Change change, JsonNode answer) {
        for (JsonNode part : answer.path("compositeResponse")) {
            int status = part.path("httpStatusCode").asInt();
            if (part.path("referenceId").asText().equals(change.reference()) && status >= OK && status < REDIRECT) {
                return true;
            }
        }
        for (JsonNode result : answer.path("results")) {
            if (result.path("id").asText().equals(change.reference())) {
                return true;
            }
        }
        return false;
    }
}
