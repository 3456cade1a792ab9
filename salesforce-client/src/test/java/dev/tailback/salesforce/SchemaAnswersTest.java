package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.mapping.Condition;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.Part;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.schema.MappedSchemaReader;
import dev.tailback.salesforce.schema.SchemaReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an org describes is believed only as far as it can be a description; queries are made of these names. */
class SchemaAnswersTest {

    private static final String ORDER = "{\"name\":\"Order\",\"fields\":[{\"name\":\"Status\"}]}";

    private final WireOrg org = new WireOrg();

    @AfterEach
    void close() {
        org.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Please wait</html>",
                "{}",
                "[]",
                "{\"name\":\"Order' OR Name != '\"}",
                "{\"name\":\"Order\",\"fields\":{\"a\":1}}",
                "{\"name\":\"Order\",\"fields\":[{\"name\":\"A b\"}]}",
                "{\"name\":\"Order\",\"fields\":[{\"name\":\"A\",\"length\":-1}]}",
                "{\"name\":\"Order\",\"fields\":[{\"name\":\"A\",\"unique\":\"yes\"}]}",
                "{\"name\":\"Order\",\"childRelationships\":[{\"childSObject\":\"\",\"field\":\"A\"}]}",
            })
    void nonsense_is_refused(String body) {
        org.answering(answer(200, body));

        assertInstanceOf(Reading.Refused.class, read());
    }

    @Test
    void more_fields_than_an_object_can_have_are_refused() {
        org.answering(answer(
                200,
                IntStream.range(0, 2_001)
                        .mapToObj(number -> "{\"name\":\"F" + number + "__c\"}")
                        .collect(Collectors.joining(",", "{\"name\":\"Order\",\"fields\":[", "]}"))));

        assertInstanceOf(Reading.Refused.class, read());
    }

    @Test
    void an_object_that_is_not_there_is_left_out() {
        org.answering(answer(404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"not there\"}]"));

        assertEquals(List.of(), ((Reading.Found<OrgSchema>) read()).value().objects());
    }

    @Test
    void an_org_that_is_away_is_unavailable_and_one_that_forbids_it_refuses() {
        org.answering(
                answer(503, "[{\"errorCode\":\"SERVER_UNAVAILABLE\",\"message\":\"busy\"}]"),
                answer(403, "[{\"errorCode\":\"INSUFFICIENT_ACCESS\",\"message\":\"no\"}]"));

        assertInstanceOf(Reading.Unavailable.class, read());
        assertInstanceOf(Reading.Refused.class, read());
    }

    @Test
    void a_mapping_that_leads_over_too_many_objects_asks_no_further() {
        String wide = IntStream.range(0, 60)
                .mapToObj(number -> ("{\"name\":\"F%1$d__c\",\"type\":\"reference\",\"relationshipName\":\"F%1$d__r\","
                                + "\"referenceTo\":[\"X%1$d__c\"]}")
                        .formatted(number))
                .collect(Collectors.joining(",", "{\"name\":\"Contract\",\"fields\":[", "]}"));
        org.answering(answer(200, wide), answer(200, wide), answer(200, wide));

        Reading<OrgSchema> read = new MappedSchemaReader(org.session()).read(wide());

        assertEquals("TOO_MANY_OBJECTS", ((Reading.Refused<OrgSchema>) read).code());
        assertEquals(3, org.requests().size());
    }

    @Test
    void what_has_not_changed_is_not_described_again() {
        String since = "Thu, 05 Feb 2026 10:00:00 GMT";
        org.answering(answer(200, ORDER, "Last-Modified", since), unchangedSince(since));
        SchemaReader reader = new SchemaReader(org.session());

        Reading<OrgSchema> first = reader.readChanged(List.of("Order"));
        Reading<OrgSchema> second = reader.readChanged(List.of("Order"));

        assertEquals(((Reading.Found<OrgSchema>) first).value(), ((Reading.Found<OrgSchema>) second).value());
        assertEquals(2, org.requests().size());
    }

    @Test
    void what_has_changed_and_what_says_no_time_is_described_again() {
        String since = "Thu, 05 Feb 2026 10:00:00 GMT";
        org.answering(
                answer(200, ORDER, "Last-Modified", since),
                answer(200, ORDER.replace("Status", "State__c")),
                answer(200, ORDER));
        SchemaReader reader = new SchemaReader(org.session());
        reader.readChanged(List.of("Order"));

        assertTrue(field(reader.readChanged(List.of("Order")), "State__c"));
        assertTrue(field(reader.readChanged(List.of("Order")), "Status"));
    }

    @Test
    void an_org_that_says_unchanged_although_nobody_asked_is_nonsense() {
        org.answering(exchange -> exchange.sendResponseHeaders(304, -1));

        assertInstanceOf(Reading.Refused.class, new SchemaReader(org.session()).readChanged(List.of("Order")));
    }

    private static WireOrg.Reply unchangedSince(String time) {
        return exchange -> {
            boolean isAsked = time.equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(isAsked ? 304 : 500, -1);
        };
    }

    private static boolean field(Reading<OrgSchema> read, String field) {
        return ((Reading.Found<OrgSchema>) read)
                .value()
                .object("Order")
                .flatMap(order -> order.field(field))
                .isPresent();
    }

    private static Mapping wide() {
        Mapping shipped = Mapping.tailback();
        List<Condition> only = IntStream.range(0, 60)
                .mapToObj(number -> new Condition("F" + number + "__r.Name", List.of("x")))
                .toList();
        return new Mapping(
                shipped.name(),
                shipped.objects(),
                shipped.listedAs(),
                shipped.fields(),
                shipped.fulfilledWhen(),
                Map.of(Part.CONTRACT, only));
    }

    private Reading<OrgSchema> read() {
        return new SchemaReader(org.session()).read(List.of("Order"));
    }
}
