package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static LocalOrg org;
    private static Client admin;

    @BeforeAll
    static void plant() {
        Clock wednesday = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);
        org = LocalOrg.start(Orchard.options().withClock(wednesday));
        admin = Client.as("admin", org);
        Answer planted = admin.upsertTrees(
                tree("a", "HILL", "'Apples__c':1,'Planted__c':'2026-03-04','Tag__c':'O\\'Brien'"),
                tree("b", "HILL", "'Apples__c':2.5,'Planted__c':'2026-03-01','Kind__c':'Pear','Tag__c':'50%_x'"),
                tree("c", "VALE", "'Apples__c':3,'Planted__c':'2025-12-31','Felled__c':true"),
                tree("d", "VALE", ""));
        assertEquals(
                4,
                planted.body().findValuesAsText("success").stream()
                        .filter("true"::equals)
                        .count());
    }

    private static String tree(String code, String orchard, String rest) {
        return "{'Code__c':'" + code + "','Orchard__r':{'Code__c':'" + orchard + "'}"
                + (rest.isEmpty() ? "" : "," + rest.replace("\\'", "\\u0027")) + "}";
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Apples__c > 1 | bc",
                "Apples__c = null | d",
                "Apples__c != 1 | bcd",
                "Apples__c < 2 OR Felled__c = true | ac",
                "NOT(Felled__c = true) | abd",
                "(NOT Felled__c = true) AND Kind__c = 'apple' | ad",
                "Kind__c IN ('Pear', 'Plum') | b",
                "Kind__c NOT IN ('Pear') | acd",
                "Code__c = 'A' | a",
                "Code__c LIKE '_' AND Tag__c LIKE '%brien' | a",
                "Tag__c = 'O\\'Brien' | a",
                "Tag__c LIKE '50\\%%' | b",
                "Tag__c LIKE '%\\_x' | b",
                "Tag__c LIKE '%\\%x' | \"\"",
                "Tag__c LIKE 'O\\'B%' | a",
                "Tag__c = '50%_x' | b",
                "Planted__c = TODAY | a",
                "Planted__c = YESTERDAY | \"\"",
                "Planted__c = LAST_N_WEEKS:1 | \"\"",
                "Planted__c = N_DAYS_AGO:3 | b",
                "Planted__c = THIS_QUARTER | ab",
                "Planted__c = N_YEARS_AGO:1 | c",
                "Planted__c > LAST_FISCAL_YEAR | ab",
                "Planted__c <= N_MONTHS_AGO:2 | c",
                "CALENDAR_MONTH(Planted__c) = 3 AND DAY_IN_MONTH(Planted__c) > 1 | a",
                "Id IN (SELECT Neighbour__c FROM Tree__c) | \"\"",
                "Planted__c = LAST_N_DAYS:3 | ab",
                "Planted__c = THIS_WEEK | ab",
                "Planted__c = LAST_YEAR | c",
                "Planted__c >= 2026-03-01 | ab",
                "Planted__c < THIS_MONTH | c",
                "CreatedDate = TODAY | abcd",
                "CreatedDate > 2026-03-04T13:00:00Z | \"\"",
                "CALENDAR_YEAR(Planted__c) = 2026 | ab",
                "Orchard__r.Code__c = 'vale' | cd",
                "Orchard__r.Region__r.Name = 'North' AND Closed__c = false | abcd",
                "Orchard__c IN (SELECT Id FROM Orchard__c WHERE Apples_Total__c > 3) | ab",
                "Orchard__c NOT IN (SELECT Orchard__c FROM Tree__c WHERE Felled__c = true) | ab",
                "Region_Name__c = 'North / Pear' | b",
            })
    void finds_the_rows_a_condition_describes(String condition, String codes) {
        Answer answer = admin.query("SELECT Code__c FROM Tree__c WHERE " + condition);
        assertEquals(200, answer.status(), () -> answer.body().toString());
        assertEquals(codes, String.join("", answer.body().findValuesAsText("Code__c")));
    }

    @ParameterizedTest
    @CsvSource({
        "ORDER BY Apples__c, dabc",
        "ORDER BY Apples__c DESC NULLS LAST, cbad",
        "ORDER BY Orchard__r.Code__c DESC, cdab",
        "ORDER BY Code__c LIMIT 2 OFFSET 1, bc",
        "ORDER BY Code__c LIMIT 0, ''",
    })
    void puts_rows_in_order(String order, String codes) {
        Answer answer = admin.query("SELECT Code__c FROM Tree__c " + order);
        assertEquals(codes, String.join("", answer.body().findValuesAsText("Code__c")));
    }

    @Test
    void shows_parents_and_children() {
        JsonNode orchard = admin.query(
                        "SELECT Name, Region__r.Name, (SELECT Code__c, Apples__c FROM Trees__r WHERE Felled__c = false ORDER BY Code__c DESC), (SELECT Id FROM Labels__r) FROM Orchard__c WHERE Code__c = 'HILL'")
                .body()
                .path("records")
                .path(0);
        assertEquals("North", orchard.path("Region__r").path("Name").asText());
        assertEquals(
                "Region__c",
                orchard.path("Region__r").path("attributes").path("type").asText());
        assertEquals(List.of("b", "a"), orchard.path("Trees__r").findValuesAsText("Code__c"));
        assertTrue(orchard.path("Trees__r").path("done").asBoolean());
        assertEquals(
                "2.5",
                orchard.path("Trees__r")
                        .path("records")
                        .path(0)
                        .path("Apples__c")
                        .toString());
        assertTrue(orchard.path("Labels__r").isNull());
        JsonNode tree = admin.query("SELECT Neighbour__r.Name FROM Tree__c LIMIT 1")
                .body()
                .path("records")
                .path(0);
        assertTrue(tree.path("Neighbour__r").isNull());
    }

    @Test
    void counts_and_sums() {
        assertEquals(
                4,
                admin.query("SELECT COUNT() FROM Tree__c")
                        .body()
                        .path("totalSize")
                        .asInt());
        assertEquals(
                List.of("4", "3", "6.5", "1.0", "3.0"),
                admin.first(
                        "SELECT COUNT(Id), COUNT(Apples__c), SUM(Apples__c) total, MIN(Apples__c), MAX(Apples__c) FROM Tree__c"));
        JsonNode groups = admin.query(
                        "SELECT Orchard__r.Name, Kind__c kind, COUNT(Id) n FROM Tree__c GROUP BY Orchard__r.Name, Kind__c HAVING COUNT(Id) > 1 ORDER BY COUNT(Id)")
                .body()
                .path("records");
        assertEquals(1, groups.size());
        assertEquals(
                "{\"attributes\":{\"type\":\"AggregateResult\"},\"Name\":\"Vale\",\"kind\":\"Apple\",\"n\":2}",
                groups.path(0).toString());
        assertEquals(
                "MALFORMED_QUERY",
                admin.query("SELECT Name, COUNT(Id) FROM Tree__c").code());
    }

    @Test
    void fields_of_all_kinds_come_by_one_word() {
        JsonNode all = admin.query("SELECT FIELDS(ALL) FROM Tree__c LIMIT 1")
                .body()
                .path("records")
                .path(0);
        assertTrue(all.has("Apples__c") && all.has("SystemModstamp"));
        JsonNode custom = admin.query("SELECT FIELDS(CUSTOM) FROM Tree__c LIMIT 1")
                .body()
                .path("records")
                .path(0);
        assertFalse(custom.has("SystemModstamp"));
        assertEquals(
                "MALFORMED_QUERY",
                admin.query("SELECT FIELDS(ALL) FROM Tree__c").code());
    }

    @Test
    void an_unknown_name_is_told_with_its_place() {
        Answer field = admin.query("SELECT Foo__c FROM Tree__c");
        assertEquals(400, field.status());
        assertEquals("INVALID_FIELD", field.code());
        assertTrue(
                field.message()
                        .startsWith(
                                "\nSELECT Foo__c FROM Tree__c\n       ^\nERROR at Row:1:Column:8\nNo such column 'Foo__c' on entity 'Tree__c'."));
        assertEquals("INVALID_TYPE", admin.query("SELECT Id FROM XYZZY").code());
        assertEquals(
                "INVALID_FIELD", admin.query("SELECT Nope__r.Id FROM Tree__c").code());
        assertEquals(
                "INVALID_TYPE",
                admin.query("SELECT Id, (SELECT Id FROM Nopes__r) FROM Tree__c").code());
        assertEquals(
                "INVALID_FIELD",
                admin.query("SELECT Id FROM Tree__c WHERE Apples__c = 'x'").code());
        assertEquals(
                "INVALID_FIELD",
                admin.query("SELECT Id FROM Tree__c WHERE Code__c = 5").code());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT",
                "q",
                "SELECT Id FROM",
                "SELECT Id FROM Tree__c WHERE",
                "SELECT Id FROM Tree__c WHERE Name = 'O'Brien'",
                "SELECT Id FROM Tree__c LIMIT x",
                "SELECT Id FROM Tree__c garbage more",
                "SELECT Id FROM Tree__c WHERE Id = :id",
                "SELECT Id FROM Tree__c FOR UPDATE",
                "SELECT Id i FROM Tree__c",
                "SELECT Id FROM Tree__c ORDER BY COUNT(Id)"
            })
    void what_is_no_query_is_refused(String text) {
        Answer answer = admin.query(text);
        assertEquals(400, answer.status());
        assertEquals("MALFORMED_QUERY", answer.code(), answer::message);
    }

    @Test
    void a_query_is_needed_and_its_locator_must_be_known() {
        assertEquals("MALFORMED_QUERY", admin.get(API + "/query").code());
        assertEquals(
                "INVALID_QUERY_LOCATOR",
                admin.get(API + "/query/01gLo0000000099AAA-2000").code());
        assertEquals(
                "NUMBER_OUTSIDE_VALID_RANGE",
                admin.query("SELECT Id FROM Tree__c LIMIT 1 OFFSET 2001").code());
    }
}
