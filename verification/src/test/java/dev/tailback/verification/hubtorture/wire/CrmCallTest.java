package dev.tailback.verification.hubtorture.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tailback.verification.customers.CustomerCrm;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrmCallTest {
    private static final String ROW = "001000000000001AAA";

    @Test
    void a_query_by_ids_looks_at_these_records_of_salesforce() {
        String soql = "SELECT Id FROM Account WHERE Id IN ('" + ROW + "')";
        URI uri =
                URI.create("http://org/services/data/v62.0/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8));

        CrmCall call = CrmCall.of(CustomerCrm.SALES, "GET", uri, new byte[0]);

        assertEquals(List.of(ROW), call.looksAt());
        assertFalse(call.isWrite());
    }

    @Test
    void of_a_composite_counts_what_salesforce_took() {
        CrmCall call = CrmCall.of(
                CustomerCrm.SALES,
                "POST",
                URI.create("http://org/services/data/v62.0/composite"),
                bytes("{'compositeRequest': [" + part("w0", "City 1") + "," + part("w1", "City 2") + "]}"));

        List<CrmCall.Change> taken = call.taken(
                200,
                bytes("{'compositeResponse': [{'referenceId': 'w0', 'httpStatusCode': 412},"
                        + "{'referenceId': 'w1', 'httpStatusCode': 204}]}"));

        assertEquals(List.of(new CrmCall.Change(ROW, Map.of("BillingCity", "City 2"), "w1")), taken);
    }

    @Test
    void a_batch_of_hubspot_looks_or_writes() {
        byte[] body = bytes("{'inputs': [{'id': '7', 'properties': {'city': 'City 1'}}]}");

        CrmCall read = CrmCall.of(CustomerCrm.MARKETING, "POST", hubSpot("read"), body);
        CrmCall update = CrmCall.of(CustomerCrm.MARKETING, "POST", hubSpot("update"), body);

        assertEquals(List.of("7"), read.looksAt());
        assertFalse(read.isWrite());
        assertEquals(
                List.of(new CrmCall.Change("7", Map.of("city", "City 1"), "7")),
                update.taken(200, bytes("{'results': [{'id': '7'}]}")));
    }

    @Test
    void what_was_refused_or_answered_by_somebody_else_was_not_taken() {
        CrmCall update = CrmCall.of(
                CustomerCrm.MARKETING,
                "POST",
                hubSpot("update"),
                bytes("{'inputs': [{'id': '7', 'properties': {'city': 'City 1'}}]}"));

        assertEquals(List.of(), update.taken(200, bytes("{'errors': [{'context': {'ids': ['7']}}]}")));
        assertEquals(List.of(), update.taken(429, bytes("{'results': [{'id': '7'}]}")));
        assertEquals(List.of(), update.taken(200, bytes("<html>")));
    }

    private static String part(String reference, String city) {
        return "{'method': 'PATCH', 'url': '/services/data/v62.0/sobjects/Account/" + ROW + "', 'referenceId': '"
                + reference + "', 'body': {'BillingCity': '" + city + "'}}";
    }

    private static URI hubSpot(String what) {
        return URI.create("http://hubspot/crm/objects/2026-09/companies/batch/" + what);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
