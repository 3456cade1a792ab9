package dev.tailback.localorg.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.metadata.ObjectType;
import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.metadata.SchemaLoader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    private static final Schema SCHEMA = new SchemaLoader(Path.of("src/test/resources/orchard")).load();
    private static final ObjectType TREE = SCHEMA.known("Tree__c");

    private static Typed compiled(String formula, boolean blanksAsZero) {
        Names names = new Names(SCHEMA, new Functions(), new Formulas(SCHEMA));
        return new Compiler(TREE, names, blanksAsZero).compile(Parser.parse(formula));
    }

    private static Object value(String formula, boolean blanksAsZero) {
        Object[] values = new Object[TREE.fields().size()];
        values[TREE.field("Apples__c").orElseThrow().index()] = new BigDecimal("2.5");
        values[TREE.field("Kind__c").orElseThrow().index()] = "Apple";
        values[TREE.field("Planted__c").orElseThrow().index()] = LocalDate.of(2026, 1, 31);
        RecordView row = place -> values[place];
        Viewer viewer = new Viewer("005", "00e", "Standard User", "00D", Set.of("Reopen"));
        Instant now = Instant.parse("2026-03-04T05:06:07Z");
        return compiled(formula, blanksAsZero)
                .expression()
                .evaluate(new Evaluation(row, Optional.empty(), new KnownRows(Map.of()), viewer, now));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "==>",
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3 ==> 7",
                "(1 + 2) * 3 ==> 9",
                "-2 ^ 2 + 10 ==> 14",
                "10 - 2 - 3 ==> 5",
                "1 / 4 ==> 0.25",
                "\"a\" & \"b\" + 'c' ==> abc",
                "1 < 2 && 2 <= 2 || FALSE ==> true",
                "!TRUE = FALSE ==> true",
                "1 <> 2 ==> true",
                "1 != 1 ==> false",
                "IF(Apples__c > 2, \"many\", \"few\") ==> many",
                "CASE(Kind__c, \"Apple\", 1, \"Pear\", 2, 3) ==> 1",
                "CASE(5, 1, \"a\", \"z\") ==> z",
                "ISBLANK(Note__c) ==> true",
                "ISNULL(Apples__c) ==> false",
                "BLANKVALUE(Note__c, \"x\") ==> x",
                "NULLVALUE(Apples__c, 0) ==> 2.5",
                "Note__c = \"\" ==> true",
                "Note__c <> NULL ==> false",
                "ISPICKVAL(Kind__c, \"Apple\") ==> true",
                "ISPICKVAL(PRIORVALUE(Kind__c), \"Apple\") ==> true",
                "TEXT(Kind__c) & TEXT(Apples__c) ==> Apple2.5",
                "LEN(\"four\") ==> 4",
                "LEFT(\"four\", 2) & RIGHT(\"four\", 1) & MID(\"four\", 2, 2) ==> forou",
                "UPPER(\"a\") & LOWER(\"B\") & TRIM(\"  c \") ==> Abc",
                "CONTAINS(\"apple\", \"ppl\") && BEGINS(\"apple\", \"ap\") ==> true",
                "SUBSTITUTE(\"aXbX\", \"X\", \"-\") ==> a-b-",
                "FIND(\"b\", \"abc\") ==> 2",
                "REGEX(\"a1\", \"[a-z][0-9]\") ==> true",
                "VALUE(\"1.50\") + 1 ==> 2.50",
                "ABS(-3) + MIN(4, 2) + MAX(1, 5) ==> 10",
                "ROUND(2.345, 2) ==> 2.35",
                "FLOOR(2.7) + CEILING(2.1) + MOD(7, 3) ==> 6",
                "MOD(-1, 3) ==> 2",
                "TODAY() ==> 2026-03-04",
                "NOW() ==> 2026-03-04T05:06:07Z",
                "YEAR(Planted__c) * 10000 + MONTH(Planted__c) * 100 + DAY(Planted__c) ==> 20260131",
                "DATE(2026, 2, 1) - Planted__c ==> 1",
                "Planted__c + 1 ==> 2026-02-01",
                "ADDMONTHS(Planted__c, 1) ==> 2026-02-28",
                "DATEVALUE(\"2026-01-02\") ==> 2026-01-02",
                "DATEVALUE(NOW()) = TODAY() ==> true",
                "ISNEW() && NOT(ISCHANGED(Apples__c)) ==> true",
                "PRIORVALUE(Apples__c) ==> 2.5",
                "$Permission.Reopen ==> true",
                "$Profile.Name ==> Standard User",
                "$CustomMetadata.Policy__mdt.Default.Most_Apples__c ==> 100.0",
                "Orchard__r.Name = NULL ==> true",
                "Orchard__r.Open__c ==> false",
                "/* why */ 1 ==> 1",
                "\"say \\\"hi\\\"\" ==> say \"hi\"",
            })
    void calculates(String formula, String expected) {
        assertEquals(expected, String.valueOf(value(formula, false)));
    }

    @Test
    void a_blank_number_is_blank_or_zero_as_the_field_says() {
        String formula = "Orchard__r.Tree_Count__c + 1";
        assertEquals("null", String.valueOf(value(formula, false)));
        assertEquals("1", String.valueOf(value(formula, true)));
        assertEquals(true, value("ISBLANK(Orchard__r.Tree_Count__c)", true));
        assertEquals(false, value("Orchard__r.Tree_Count__c < 1", false));
        assertEquals(false, value("Orchard__r.Tree_Count__c >= 0", false));
        assertEquals(true, value("Orchard__r.Tree_Count__c < 1", true));
    }

    @Test
    void a_division_by_zero_has_no_value() {
        assertThrows(FormulaFailure.class, () -> value("1 / 0", false));
        assertEquals(true, value("OR(TRUE, 1 / 0 = 1)", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "HYPERLINK(\"/a\", \"A\", \"_self\") | <a href=\"/a\" target=\"_self\">A</a>",
                "IMAGE(\"/a.png\", \"A\") | <img src=\"/a.png\" alt=\"A\" border=\"0\"/>",
                "IMAGE(\"/a.png\", \"A\", 10, 20) | <img src=\"/a.png\" alt=\"A\" style=\"height:10px; width:20px;\" border=\"0\"/>",
                "\"a\" & BR() & \"b\" | a<br>b",
                "TEXT(HOUR(TIMEVALUE(\"17:30:45.125\"))) | 17",
                "TEXT(MINUTE(TIMEVALUE(\"17:30:45.125\"))) | 30",
                "TEXT(SECOND(TIMEVALUE(\"17:30:45.125\"))) | 45",
                "TEXT(MILLISECOND(TIMEVALUE(\"17:30:45.125\"))) | 125",
                "TEXT(HOUR(TIMEVALUE(\"23:30:00.000\") + 3600000)) | 0",
                "TEXT(TIMEVALUE(\"17:30:00.000\") - TIMEVALUE(\"17:00:00.000\")) | 1800000",
                "TEXT(EXP(0)) | 1",
                "TEXT(LN(EXP(2))) | 2",
                "TEXT(LOG(1000)) | 3",
                "TEXT(ROUND(PI(), 4)) | 3.1416",
                "TEXT(TRUNC(-12.345, 1)) | -12.3",
                "TEXT(TRUNC(12.9)) | 12",
                "LPAD(\"7\", 3, \"0\") | 007",
                "RPAD(\"ab\", 5, \"xy\") | abxyx",
                "LPAD(\"abcdef\", 3) | abc",
                "INITCAP(\"ice CREAM o'clock\") | Ice Cream O'Clock",
                "REVERSE(\"abc\") | cba",
                "CHR(65) & TEXT(ASCII(\"a\")) | A97",
                "TEXT(ISOWEEK(DATE(2021, 1, 3))) & \" \" & TEXT(ISOYEAR(DATE(2021, 1, 3))) | 53 2020",
                "TEXT(DAYOFYEAR(DATE(2024, 12, 31))) | 366",
                "TEXT(UNIXTIMESTAMP(DATETIMEVALUE(\"2020-01-01 00:00:00\"))) | 1577836800",
                "TEXT(FROMUNIXTIME(1577836800)) | 2020-01-01 00:00:00Z",
            })
    void gives_the_text(String formula, String text) {
        assertEquals(text, value(formula, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "VLOOKUP(1, 2, 3) | VLOOKUP is not executed by this org",
                "$Api.Session_ID | $Api is not executed by this org",
                "LastActivityDate | there is no field LastActivityDate on Tree__c",
                "Owner:Queue.Name | there is no relationship Owner:Queue on Tree__c",
            })
    void knows_what_salesforce_has_and_this_org_has_not(String formula, String problem) {
        FormulaException refused = assertThrows(FormulaException.class, () -> compiled(formula, false));
        assertTrue(refused.getMessage().startsWith(problem), refused::getMessage);
        assertTrue(refused.isLeftOut());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + | unexpected the end",
                "AND(TRUE | expected , or ) before the end",
                "\"a | a text does not end with \"",
                "1 # 2 | unexpected #",
                "NOPE(1) | unknown function NOPE",
                "Nope__c > 1 | there is no field Nope__c on Tree__c",
                "Nope__r.Name | there is no relationship Nope__r on Tree__c",
                "ISPICKVAL(Apples__c, \"x\") | ISPICKVAL needs a picklist, not a number",
                "ISPICKVAL(Kind__c, \"Aple\") | ISPICKVAL asks for the value \"Aple\", which Tree__c.Kind__c does not have",
                "NOT(TRUE, FALSE) | NOT takes 1 arguments, not 2",
                "IF(TRUE, 1) | IF takes 3 arguments, not 2",
                "1 + \"a\" | + needs a number, not text",
                "PRIORVALUE(Orchard__r.Name) | PRIORVALUE takes a field of the object itself",
                "Kind__c = \"Apple\" | = cannot compare a picklist; use ISPICKVAL, CASE or TEXT",
                "Apples__c = \"1\" | = cannot compare a number with text",
                "AND(1, TRUE) | AND needs true or false, not a number",
                "IF(TRUE, 1, \"a\") | IF cannot result in a number and in text",
                "$CustomMetadata.Policy__mdt.Nope.Strict__c | there is no record Nope of Policy__mdt",
                "$Permission.Nope | there is no custom permission Nope",
                "$Label.Nope | there is no label Nope",
                "REGEX(\"a\", \"[\") | REGEX has a pattern that cannot be read",
            })
    void refuses_what_has_no_meaning_in_one_sentence(String formula, String problem) {
        FormulaException refused = assertThrows(FormulaException.class, () -> compiled(formula, false));
        assertTrue(refused.getMessage().startsWith(problem), refused::getMessage);
        assertEquals(false, refused.isLeftOut());
    }
}
