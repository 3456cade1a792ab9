package dev.tailback.verification.benchmarks.twoway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tailback.verification.customers.CustomerCrm;
import dev.tailback.verification.fleet.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What the sync is told at its start.
 *
 * @param customers the ids of each customer by CRM: it need not find out who is who
 */
public record NaivePlan(
        URI sales, URI marketing, String shop, Duration poll, List<Map<CustomerCrm, String>> customers) {

    public NaivePlan {
        customers = List.copyOf(customers);
    }

    public void write(Path file) {
        ObjectNode json = Http.JSON
                .createObjectNode()
                .put("sales", sales.toString())
                .put("marketing", marketing.toString())
                .put("shop", shop)
                .put("pollMs", poll.toMillis());
        ArrayNode all = json.putArray("customers");
        customers.forEach(ids -> {
            ObjectNode one = all.addObject();
            ids.forEach((crm, id) -> one.put(crm.word(), id));
        });
        try {
            Files.writeString(file, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NaivePlan read(Path file) throws IOException {
        JsonNode json = Http.JSON.readTree(file.toFile());
        List<Map<CustomerCrm, String>> customers = new ArrayList<>();
        for (JsonNode one : json.path("customers")) {
            Map<CustomerCrm, String> ids = new EnumMap<>(CustomerCrm.class);
            for (CustomerCrm crm : CustomerCrm.values()) {
                ids.put(crm, one.path(crm.word()).asText());
            }
            customers.add(ids);
        }
        return new NaivePlan(
                URI.create(json.path("sales").asText()),
                URI.create(json.path("marketing").asText()),
                json.path("shop").asText(),
                Duration.ofMillis(json.path("pollMs").asLong()),
                customers);
    }
}
