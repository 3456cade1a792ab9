package dev.tailback.localorg;

import static dev.tailback.localorg.Client.API;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tailback.localorg.Client.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Percent fields hold and hand out 10 for 10 %, formulas calculate with 0.10, and a Percent formula gives back a
 * hundredfold.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PercentTest {
    private static final String PERCENT = "<precision>5</precision><scale>2</scale><type>Percent</type>";

    /** A formula field, what is entered in Share__c (null: nothing), and what the API hands out. */
    record Line(String type, int scale, boolean blanksAsZero, String formula, String share, String handedOut) {
        String field() {
            return "F" + LINES.indexOf(this) + "__c";
        }

        @Override
        public String toString() {
            return share + ": " + formula + " as " + type + "(" + scale + ") = " + handedOut;
        }
    }

    private static final List<Line> LINES = List.of(
            // A formula reads a percent field as a fraction.
            new Line("Number", 4, false, "Share__c", "10", "0.1"),
            new Line("Number", 4, false, "Share__c", "0.5", "0.005"),
            new Line("Number", 4, false, "Share__c", "-12.5", "-0.125"),
            new Line("Number", 4, false, "Share__c", "0", "0.0"),
            new Line("Number", 4, false, "Share__c", "null", "null"),
            new Line("Number", 4, true, "Share__c", "null", "0.0"),
            new Line("Number", 0, false, "Share__c * 100", "33.33", "33.0"),
            new Line("Number", 2, false, "1 + Share__c", "50", "1.5"),
            new Line("Number", 4, false, "ROUND(Share__c, 1)", "26", "0.3"),
            new Line("Number", 4, false, "FLOOR(Share__c) + CEILING(Share__c)", "26", "1.0"),
            new Line("Number", 4, false, "MAX(Share__c, 0.2) - MIN(Share__c, 0.2)", "50", "0.3"),
            new Line("Number", 4, false, "ABS(Share__c) ^ 2", "-50", "0.25"),
            new Line("Number", 2, false, "BLANKVALUE(Share__c, 7)", "null", "7.0"),
            new Line("Currency", 2, false, "Share__c * Amount__c", "10", "20.0"),
            new Line("Currency", 2, false, "Amount__c - Amount__c * Share__c", "25", "150.0"),
            new Line("Text", 0, false, "TEXT(Share__c)", "30", "0.3"),
            new Line("Text", 0, false, "TEXT(Share__c)", "100", "1"),
            new Line("Text", 0, false, "CASE(Share__c, 0.1, \"tenth\", 10, \"ten\", \"other\")", "10", "tenth"),
            new Line("Text", 0, false, "IF(Share__c >= 0.9, \"high\", \"low\")", "90", "high"),
            new Line("Text", 0, false, "IF(Share__c >= 0.9, \"high\", \"low\")", "89.99", "low"),
            new Line("Checkbox", 0, false, "Share__c = 0.5", "50", "true"),
            new Line("Checkbox", 0, false, "Share__c > 1", "50", "false"),
            new Line("Checkbox", 0, false, "ISBLANK(Share__c)", "null", "true"),
            // A Percent formula hands out a hundredfold of its result, rounded half up to its scale.
            new Line("Percent", 2, false, "Share__c", "10", "10.0"),
            new Line("Percent", 2, false, "0.5", "1", "50.0"),
            new Line("Percent", 0, false, "2 / 3", "1", "67.0"),
            new Line("Percent", 2, false, "2 / 3", "1", "66.67"),
            new Line("Percent", 0, false, "0.125", "1", "13.0"),
            new Line("Percent", 0, false, "-0.125", "1", "-13.0"),
            new Line("Percent", 0, false, "502 / 10", "1", "5020.0"),
            new Line("Percent", 0, false, "0.004", "1", "0.0"),
            new Line("Percent", 0, false, "1 / 0", "1", "null"),
            new Line("Percent", 0, false, "NULL", "1", "null"),
            new Line("Percent", 2, false, "Share__c + 0.01", "null", "null"),
            new Line("Percent", 2, true, "Share__c + 0.01", "null", "1.0"),
            new Line("Percent", 2, false, "Share__c * Share__c", "50", "25.0"),
            new Line("Percent", 2, false, "1 - Share__c", "12.34", "87.66"),
            new Line("Percent", 1, false, "Amount__c / 800", "1", "25.0"),
            // A formula over a Percent formula reads a fraction again.
            new Line("Number", 4, false, "Same__c * 2", "10", "0.2"),
            new Line("Percent", 2, false, "Same__c + 0.05", "10", "15.0"),
            new Line("Percent", 2, false, "Same__c", "33.33", "33.33"),
            new Line("Text", 0, false, "TEXT(Same__c)", "45", "0.45"),
            // The same across a relationship, over a roll-up and from custom metadata.
            new Line("Number", 4, false, "Deal__r.Discount__c", "1", "0.15"),
            new Line("Percent", 2, false, "Deal__r.Discount__c", "1", "15.0"),
            new Line("Number", 4, false, "Deal__r.Doubled__c", "1", "0.3"),
            new Line("Number", 4, false, "Deal__r.Sum__c", "20", "0.2"),
            new Line("Percent", 2, false, "Deal__r.Sum__c / 2", "20", "10.0"),
            new Line("Number", 4, false, "$CustomMetadata.Tariff__mdt.Standard.Rate__c", "1", "0.25"),
            new Line("Currency", 2, false, "$CustomMetadata.Tariff__mdt.Standard.Rate__c * Amount__c", "1", "50.0"));

    private LocalOrg org;
    private Client admin;
    private String deal;

    static List<Line> lines() {
        return LINES;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        SmallProject project = new SmallProject(folder);
        project.object("Deal__c", "<sharingModel>ReadWrite</sharingModel>");
        project.field("Deal__c", "Discount__c", "<defaultValue>0.15</defaultValue>" + PERCENT);
        project.field(
                "Deal__c",
                "Rough__c",
                "<defaultValue>1 / 8</defaultValue><precision>3</precision><scale>0</scale><type>Percent</type>");
        project.formula("Deal__c", "Doubled__c", "Percent", 2, false, "Discount__c * 2");
        project.object("Slice__c", "<sharingModel>ControlledByParent</sharingModel>");
        project.field("Slice__c", "Deal__c", """
                <referenceTo>Deal__c</referenceTo><relationshipName>Slices</relationshipName>
                <relationshipOrder>0</relationshipOrder><type>MasterDetail</type>""");
        project.field("Slice__c", "Share__c", PERCENT);
        project.field("Slice__c", "Amount__c", "<precision>18</precision><scale>2</scale><type>Currency</type>");
        project.formula("Slice__c", "Same__c", "Percent", 2, false, "Share__c");
        rollUp(project, "Sum__c", "sum", "Share__c", "");
        rollUp(project, "Least__c", "min", "Share__c", "");
        rollUp(project, "Most__c", "max", "Share__c", "");
        rollUp(project, "Sum_Of_Formula__c", "sum", "Same__c", "");
        rollUp(project, "Large__c", "count", "", filter("Share__c", "greaterOrEqual", "50"));
        rollUp(project, "Large_By_Formula__c", "count", "", filter("Same__c", "greaterOrEqual", "50"));
        project.rule("Slice__c", "ABOVE_ALL", "Share__c > 1");
        project.rule("Slice__c", "FROM_99", "ISCHANGED(Share__c) && PRIORVALUE(Share__c) = 0.99");
        project.write("objects/Tariff__mdt/Tariff__mdt.object-meta.xml", "CustomObject", "<label>Tariff</label>");
        project.field("Tariff__mdt", "Rate__c", PERCENT);
        project.write(
                "customMetadata/Tariff.Standard.md-meta.xml",
                "CustomMetadata",
                "<label>Standard</label><values><field>Rate__c</field><value>25.0</value></values>");
        for (Line line : LINES) {
            project.formula("Slice__c", line.field(), line.type(), line.scale(), line.blanksAsZero(), line.formula());
        }
        org = LocalOrg.start(LocalOrgOptions.of(folder));
        admin = Client.as("admin", org);
    }

    @AfterAll
    void stop() {
        org.close();
    }

    @BeforeEach
    void begin() {
        deal = admin.create("Deal__c", "{'Name':'A deal'}");
    }

    private static void rollUp(SmallProject project, String name, String operation, String summed, String filter) {
        project.field(
                "Deal__c",
                name,
                filter + (summed.isEmpty() ? "" : "<summarizedField>Slice__c." + summed + "</summarizedField>")
                        + "<summaryForeignKey>Slice__c.Deal__c</summaryForeignKey><summaryOperation>" + operation
                        + "</summaryOperation><type>Summary</type>");
    }

    private static String filter(String field, String operation, String value) {
        return "<summaryFilterItems><field>Slice__c." + field + "</field><operation>" + operation
                + "</operation><value>" + value + "</value></summaryFilterItems>";
    }

    private String slice(String share) {
        return admin.create(
                "Slice__c", "{'Name':'S','Deal__c':'" + deal + "','Amount__c':200,'Share__c':" + share + "}");
    }

    private List<String> ofDeal(String fields) {
        return admin.first("SELECT " + fields + " FROM Deal__c WHERE Id = '" + deal + "'");
    }

    private static Stream<String> shares(Answer answer) {
        return answer.body().path("records").findValuesAsText("Share__c").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void a_formula_calculates_with_fractions_and_a_percent_formula_hands_out_a_hundredfold(Line line) {
        String slice = slice(line.share());
        assertEquals(
                List.of(line.handedOut()),
                admin.first("SELECT " + line.field() + " FROM Slice__c WHERE Id = '" + slice + "'"));
        assertEquals(
                line.handedOut(),
                admin.get(API + "/sobjects/Slice__c/" + slice)
                        .body()
                        .path(line.field())
                        .asText());
    }

    @Test
    void rest_takes_and_gives_percent_as_it_is_and_rounds_to_the_scale() {
        for (String[] given : new String[][] {{"10", "10.0"}, {"33.335", "33.34"}, {"0.1", "0.1"}, {"null", "null"}}) {
            String slice = slice(given[0]);
            assertEquals(
                    given[1],
                    admin.get(API + "/sobjects/Slice__c/" + slice)
                            .body()
                            .path("Share__c")
                            .asText());
        }
    }

    @Test
    void bulk_takes_and_gives_percent_as_it_is() {
        String job = admin.post(API + "/jobs/ingest", "{'object':'Slice__c','operation':'insert'}")
                .body()
                .path("id")
                .asText();
        admin.csv("PUT", API + "/jobs/ingest/" + job + "/batches", "Name,Deal__c,Share__c\nBulk," + deal + ",12.5\n");
        admin.patch(API + "/jobs/ingest/" + job, "{'state':'UploadComplete'}");
        await().until(() -> List.of("12.5", "12.5")
                .equals(admin
                        .query("SELECT Share__c, Same__c FROM Slice__c WHERE Deal__c = '" + deal + "'")
                        .body()
                        .path("records")
                        .path(0)
                        .findValuesAsText("Share__c")
                        .stream()
                        .flatMap(share -> Stream.of(share, share))
                        .toList()));
        String query = admin.post(
                        API + "/jobs/query",
                        "{'operation':'query','query':'SELECT Share__c, Same__c FROM Slice__c WHERE Deal__c = \\u0027"
                                + deal + "\\u0027'}")
                .body()
                .path("id")
                .asText();
        await().until(() -> admin.get(API + "/jobs/query/" + query)
                .body()
                .path("state")
                .asText()
                .equals("JobComplete"));
        String csv = admin.get(API + "/jobs/query/" + query + "/results").raw().body();
        assertTrue(csv.replace("\"", "").contains("12.5,12.5"), csv);
    }

    @Test
    void rules_see_fractions_before_and_after() {
        String slice = slice("100");
        Answer above = admin.patch(API + "/sobjects/Slice__c/" + slice, "{'Share__c':100.5}");
        assertTrue(above.message().contains("[ABOVE_ALL]"), above.body()::toString);
        admin.patch(API + "/sobjects/Slice__c/" + slice, "{'Share__c':99}");
        Answer from = admin.patch(API + "/sobjects/Slice__c/" + slice, "{'Share__c':98}");
        assertTrue(from.message().contains("[FROM_99]"), from.body()::toString);
        assertEquals(
                204,
                admin.patch(API + "/sobjects/Slice__c/" + slice, "{'Name':'other'}")
                        .status());
    }

    @Test
    void roll_ups_sum_compare_and_filter_percent_as_it_is_held() {
        slice("10");
        slice("50");
        slice("null");
        String last = slice("60.5");
        assertEquals(
                List.of("120.5", "10.0", "60.5", "120.5", "2", "2"),
                ofDeal("Sum__c, Least__c, Most__c, Sum_Of_Formula__c, Large__c, Large_By_Formula__c").stream()
                        .map(value -> value.equals("2.0") ? "2" : value)
                        .toList());
        admin.delete(API + "/sobjects/Slice__c/" + last);
        assertEquals(List.of("60.0", "50.0"), ofDeal("Sum__c, Most__c"));
    }

    @Test
    void queries_filter_order_and_summarize_percent_as_it_is_held() {
        slice("10");
        slice("55");
        slice("90");
        String own = " FROM Slice__c WHERE Deal__c = '" + deal + "'";
        for (String field : List.of("Share__c", "Same__c")) {
            assertEquals(
                    List.of("55.0", "90.0"),
                    shares(admin.query("SELECT Share__c" + own + " AND " + field + " > 50 ORDER BY " + field))
                            .toList());
            assertEquals(
                    List.of("90.0", "55.0", "10.0"),
                    shares(admin.query("SELECT Share__c" + own + " ORDER BY " + field + " DESC"))
                            .toList());
            assertEquals(
                    List.of(),
                    shares(admin.query("SELECT Share__c" + own + " AND " + field + " = 0.55"))
                            .toList());
            assertEquals(
                    List.of("155.0", "10.0", "90.0"),
                    admin.first("SELECT SUM(" + field + ") s, MIN(" + field + ") a, MAX(" + field + ") b" + own));
        }
    }

    @Test
    void a_default_is_a_fraction_and_rounded_to_the_scale() {
        assertEquals(List.of("15.0", "13.0", "30.0"), ofDeal("Discount__c, Rough__c, Doubled__c"));
    }

    @Test
    void describe_names_percent_with_its_precision_and_scale() {
        JsonNode fields = admin.get(API + "/sobjects/Slice__c/describe").body().path("fields");
        for (JsonNode field : fields) {
            if (field.path("name").asText().equals("Share__c")) {
                assertEquals("percent", field.path("type").asText());
                assertEquals("xsd:double", field.path("soapType").asText());
                assertEquals(5, field.path("precision").asInt());
                assertEquals(2, field.path("scale").asInt());
                return;
            }
        }
        throw new AssertionError(fields.toString());
    }

    @Test
    void the_page_shows_a_percent_sign() {
        String slice = slice("33.33");
        String page = Client.nobody(org).get("/records/" + slice).raw().body();
        assertTrue(page.contains("33.33%"), page);
        assertTrue(page.contains("<dd>67%</dd>"), page);
    }
}
