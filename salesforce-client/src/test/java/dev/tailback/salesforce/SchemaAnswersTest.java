package dev.tailback.salesforce;

import static dev.tailback.salesforce.WireOrg.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
