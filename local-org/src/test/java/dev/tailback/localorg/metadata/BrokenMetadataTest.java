package dev.tailback.localorg.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tailback.localorg.formula.Formulas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that cannot be executed stops the start with one sentence that names it. */
class BrokenMetadataTest {

    @TempDir
    private Path copy;

    @BeforeEach
    void copyTheOrchard() throws IOException {
        Path orchard = Path.of("src/test/resources/orchard");
        try (Stream<Path> files = Files.walk(orchard)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(orchard.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private String refusal() {
        return assertThrows(MetadataException.class, () -> new Formulas(new SchemaLoader(copy).load()))
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "objects/Tree__c/fields/Apples__c.field-meta.xml | <type>Number</type> | <type>Numbr</type> | <type> cannot be Numbr",
                "objects/Tree__c/fields/Apples__c.field-meta.xml | <precision>6</precision> | | <precision> is missing",
                "objects/Tree__c/fields/Apples__c.field-meta.xml | <precision>6</precision> | <precision>six</precision> | <precision> must be a whole number, not six",
                "objects/Tree__c/fields/Apples__c.field-meta.xml | <unique>false</unique> | <unique>yes</unique> | <unique> must be true or false, not yes",
                "objects/Tree__c/fields/Apples__c.field-meta.xml | <unique>false</unique> | <unique>false</unique><unique>true</unique> | <unique> stands there 2 times",
                "objects/Tree__c/fields/Apples__c.field-meta.xml | <fullName>Apples__c</fullName> | <fullName>Pears__c</fullName> | <fullName> is Pears__c, which must equal the file's name",
                "objects/Tree__c/fields/Apples__c.field-meta.xml | </CustomField> | | not well-formed XML at line",
                "objects/Tree__c/fields/Apples__c.field-meta.xml | CustomField | CustomThing | the root element must be <CustomField>, not <CustomThing>",
                "objects/Tree__c/fields/Orchard__c.field-meta.xml | <referenceTo>Orchard__c</referenceTo> | <referenceTo>Garden__c</referenceTo> | <referenceTo> names Garden__c, and there is no such object",
                "objects/Tree__c/fields/Closed__c.field-meta.xml | Open__c | Opn__c | the formula cannot be used: there is no field Opn__c on Orchard__c",
                "objects/Tree__c/fields/Closed__c.field-meta.xml | Checkbox | Date | the formula cannot be used: it results in true or false, and the field is a date",
                "objects/Orchard__c/fields/Apples_Total__c.field-meta.xml | Tree__c.Apples__c | Tree__c.Pears__c | there is no field Tree__c.Pears__c to roll up",
                "objects/Orchard__c/fields/Apples_Total__c.field-meta.xml | Tree__c.Felled__c | Tree__c.Closed__c | Tree__c.Closed__c looks at other rows or at the time",
                "objects/Orchard__c/fields/Apples_Total__c.field-meta.xml | >sum< | >average< | <summaryOperation> cannot be average",
                "objects/Orchard__c/fields/Apples_Total__c.field-meta.xml | <summaryForeignKey>Tree__c.Orchard__c | <summaryForeignKey>Tree__c.Neighbour__c | Tree__c.Neighbour__c is not a master-detail field to Orchard__c",
                "objects/Orchard__c/validationRules/Too_Many.validationRule-meta.xml | Default.Most | Other.Most | the formula cannot be used: there is no record Other of Policy__mdt",
                "objects/Orchard__c/validationRules/Too_Many.validationRule-meta.xml | Apples_Total__c &gt; | Apples_Total__c + | the formula results in a number, and a rule needs true or false",
                "objects/Tree__c/validationRules/No_Negative.validationRule-meta.xml | <errorDisplayField>Apples__c | <errorDisplayField>Pears__c | <errorDisplayField> names Pears__c, and there is no such field",
                "permissionsets/Orchard_Finance.permissionset-meta.xml | Tree__c.Apples__c | Tree__c.Pears__c | there is no field Tree__c.Pears__c",
                "permissionsets/Orchard_Finance.permissionset-meta.xml | Tree__c.Apples__c | Tree__c.Note__c | Tree__c.Note__c is required, and a permission set cannot name a required field",
                "permissionsets/Orchard_Finance.permissionset-meta.xml | <name>Reopen</name> | <name>Open</name> | there is no custom permission Open",
                "permissionsets/Orchard_Finance.permissionset-meta.xml | <object>Region__c | <object>Land__c | there is no object Land__c",
                "customMetadata/Policy.Default.md-meta.xml | Most_Apples__c | Most_Pears__c | there is no field Policy__mdt.Most_Pears__c",
                "customMetadata/Policy.Default.md-meta.xml | 100.0 | lots | Most_Apples__c cannot be lots",
                "objects/Tree__c/Tree__c.object-meta.xml | nameField | noField | <nameField> is missing",
            })
    void is_refused_in_one_sentence(String file, String good, String bad, String problem) throws IOException {
        Path path = copy.resolve(file);
        String text = Files.readString(path);
        String broken = text.replace(good, bad == null ? "" : bad);
        assertEquals(false, broken.equals(text), "the mutation must hit");
        Files.writeString(path, broken);
        String refusal = refusal();
        assertEquals(
                file + ": " + problem,
                refusal.substring(0, Math.min(refusal.length(), file.length() + 2 + problem.length())));
        assertEquals(1, refusal.lines().count());
    }

    @Test
    void formulas_that_refer_to_each_other_in_a_circle_are_refused() throws IOException {
        Path path = copy.resolve("objects/Tree__c/fields/Closed__c.field-meta.xml");
        Files.writeString(path, Files.readString(path).replace("NOT(Orchard__r.Open__c)", "NOT(Closed__c)"));
        assertEquals(
                "objects/Tree__c/fields/Closed__c.field-meta.xml: the formula cannot be used: Tree__c.Closed__c refers to itself",
                refusal());
    }

    @Test
    void a_directory_without_metadata_is_refused() throws IOException {
        Path empty = Files.createDirectory(copy.resolve("empty"));
        assertEquals(
                empty + ": holds no metadata (no file ends in -meta.xml)",
                assertThrows(MetadataException.class, () -> new SchemaLoader(empty).load())
                        .getMessage());
        Path none = copy.resolve("none");
        assertEquals(
                none + ": there is no such directory of metadata",
                assertThrows(MetadataException.class, () -> new SchemaLoader(none).load())
                        .getMessage());
    }
}
