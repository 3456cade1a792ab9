package dev.tailback.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tailback.localorg.LocalOrg;
import dev.tailback.localorg.LocalOrgOptions;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.shipped.ContractFields;
import dev.tailback.salesforce.Reading;
import dev.tailback.salesforce.SalesforceConfiguration;
import dev.tailback.salesforce.contract.Contract;
import dev.tailback.salesforce.contract.ContractPage;
import dev.tailback.salesforce.contract.ContractProduct;
import dev.tailback.salesforce.contract.ContractReader;
import dev.tailback.salesforce.contract.ContractSearch;
import dev.tailback.salesforce.session.SalesforceSession;
import dev.tailback.salesforce.usage.HeldUsage;
import dev.tailback.salesforce.usage.UsageReader;
import dev.tailback.usage.UsageRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A seeded local org, as sales and the network see it. */
public final class Org implements AutoCloseable {
    private static final Path SCHEMA = Path.of("..", "salesforce-schema");
    private static final Path SOURCE = SCHEMA.resolve("force-app");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalOrg org;
    private final ContractReader contracts;
    private final UsageReader usage;
    private final HttpClient http = HttpClient.newHttpClient();

    private Org(Path source) {
        org = LocalOrg.start(LocalOrgOptions.of(source).withSeed(SCHEMA.resolve("data")));
        SalesforceSession session = new SalesforceSession(configuration(), Clock.systemUTC());
        contracts = new ContractReader(session, Mapping::tailback);
        usage = new UsageReader(session, Mapping::tailback);
    }

    public static Org start() {
        return new Org(SOURCE);
    }

    /** An org whose policy forbids to use more units than were sold. */
    public static Org withoutOveruse(Path directory) {
        copy(SOURCE, directory);
        Path policy = find(directory, "Usage_Billing_Policy.Default.md-meta.xml");
        write(policy, read(policy).replaceFirst("(?s)(Allow_Overuse__c</field>\\s*<value[^>]*>)true", "$1false"));
        return new Org(directory);
    }

    public SalesforceConfiguration configuration() {
        return SalesforceConfiguration.of(org.uri().toString(), "tailback", "local-org", null)
                .withTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    /** The only contract of the customer that has the product. */
    public UsageRecord usage(String customer, String product, int units) {
        Contract contract = contract(customer);
        return UsageRecords.usage(contract.id(), product(contract, product).id(), units);
    }

    public int consumed(String customer, String product) {
        return product(contract(customer), product).consumed().intValueExact();
    }

    /** How many usage rows the customer's contract has, cancelled ones too. */
    public int usageRows(String customer) {
        return found(usage.byContract(contract(customer).id())).size();
    }

    public Optional<HeldUsage> held(UsageRecord record) {
        return found(usage.byEntryIds(List.of(record.entryId()))).stream().findFirst();
    }

    public void fulfil(String customer) {
        String path =
                "/services/data/v62.0/sobjects/Contract/" + contract(customer).id();
        String body = "{\"" + ContractFields.FULFILLMENT_STATUS + "\":\"Fulfilled\"}";
        send("PATCH", path, body, "application/json", Optional.of(token("admin")));
    }

    /** @param faults as the control resource reads them, such as {@code {"kind":"down"}} */
    public void fault(String... faults) {
        send("PUT", "/local-org/faults", "[" + String.join(",", faults) + "]", "application/json", Optional.empty());
    }

    /** How often calls of this kind were made, such as {@code POST /jobs/ingest}. */
    public int calls(String resource) {
        try {
            String calls = send("GET", "/local-org/calls", "", "application/json", Optional.empty());
            return JSON.readTree(calls).path("byResource").path(resource).asInt();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    public void heal() {
        send("DELETE", "/local-org/faults", "", "application/json", Optional.empty());
    }

    private Contract contract(String customer) {
        ContractPage page = found(contracts.search(new ContractSearch(Optional.of(customer), Optional.empty(), 0, 10)));
        return page.contracts().get(0);
    }

    private static ContractProduct product(Contract contract, String name) {
        return contract.products().stream()
                .filter(product -> product.product().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T found(Reading<T> reading) {
        if (reading instanceof Reading.Found<T> found) {
            return found.value();
        }
        throw new AssertionError("the local org answered " + reading);
    }

    private String token(String person) {
        String form = "grant_type=password&client_id=tailback&client_secret=local-org&password=local-org&username="
                + URLEncoder.encode(person + "@tailback.local", StandardCharsets.UTF_8);
        String answer =
                send("POST", "/services/oauth2/token", form, "application/x-www-form-urlencoded", Optional.empty());
        try {
            return JSON.readTree(answer).path("access_token").asText();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private String send(String method, String path, String body, String type, Optional<String> token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(org.uri() + path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(
                        method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path find(Path directory, String name) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        org.close();
    }
}
