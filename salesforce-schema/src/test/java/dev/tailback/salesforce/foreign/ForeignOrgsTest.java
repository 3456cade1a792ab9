package dev.tailback.salesforce.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tailback.localorg.LocalOrg;
import dev.tailback.mapping.Mapping;
import dev.tailback.mapping.MappingYaml;
import dev.tailback.mapping.generator.Choice;
import dev.tailback.mapping.generator.Generated;
import dev.tailback.mapping.generator.Generator;
import dev.tailback.mapping.schema.OrgSchema;
import dev.tailback.salesforce.schema.SchemaChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Orgs with objects of their own keep every promise with what is generated for them, and not without it. */
class ForeignOrgsTest {

    @TempDir
    Path directory;

    static Stream<Arguments> promises() {
        return Shape.all().stream()
                .flatMap(shape -> Arrays.stream(Promise.values()).map(promise -> Arguments.of(shape, promise)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("promises")
    void a_foreign_org_keeps_the_promise(Shape shape, Promise promise) throws Exception {
        GeneratedProject project = GeneratedProject.in(directory, shape);
        try (LocalOrg org = project.start()) {
            promise.on(new Trial(project, org));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tailback.salesforce.foreign.Shape#all")
    void what_is_generated_passes_all_checks_together_with_what_was_there(Shape shape) throws Exception {
        assertEquals(
                List.of(),
                SchemaChecks.faults(GeneratedProject.in(directory, shape).directory()));
    }

    @ParameterizedTest
    @CsvSource({"orders", "subscriptions", "own-objects"})
    void the_shipped_mapping_of_a_foreign_org_is_the_one_that_is_generated(String name) throws Exception {
        Shape shape = Shape.all().stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow();
        GeneratedProject.in(directory, shape);
        Mapping shipped = MappingYaml.read(Files.readString(shape.project().resolve("mapping.yaml")));
        assertEquals(shipped, MappingYaml.read(Files.readString(directory.resolve("mapping.yaml"))));
    }

    /** The second time nothing is made that the first time has made. */
    @ParameterizedTest
    @MethodSource("dev.tailback.salesforce.foreign.Shape#all")
    void what_the_org_has_is_never_written_again(Shape shape) throws Exception {
        GeneratedProject project = GeneratedProject.in(directory, shape);
        try (LocalOrg org = project.start()) {
            OrgSchema now = GeneratedProject.described(org, project.mapping());
            Generated again = Generator.generate(
                    project.mapping(),
                    now,
                    new Choice(shape.choice().usageObject(), shape.choice().prefix(), false));
            assertEquals(
                    List.of(),
                    again.files().stream()
                            .map(file -> file.path())
                            .filter(path -> path.contains("/fields/") || path.endsWith(".object-meta.xml"))
                            .toList());
            assertEquals(project.mapping(), again.mapping());
            assertTrue(again.kept().size() > 8, again.kept()::toString);
        }
    }

    @ParameterizedTest(name = "without {0}: {1}")
    @CsvSource({
        "Version_Never_Falls, AN_OLDER_VERSION_IS_REFUSED",
        "Version_Grows_With_Content, ONE_VERSION_HAS_ONE_CONTENT",
        "Identity_Never_Changes, USAGE_NEVER_MOVES",
        "External_Id_Is_A_UUID, ONLY_ENTRIES_OF_THE_SERVICE_APP_ARE_TAKEN",
        "Units_Are_Sensible, UNITS_MAKE_SENSE",
        "Version_Is_Sensible, VERSIONS_BEGIN_WITH_ONE",
        "Locked_When_Fulfilled, A_FULFILLED_CONTRACT_TAKES_NO_CHANGE_BUT_A_REPEAT",
        "Tailback_Usage_Frozen_When_Fulfilled, LOCKED_USAGE_IS_DELETED_BY_NOBODY_WHERE_THE_LINE_COUNTS_IT",
        "Tailback_Sold_Terms_Frozen_When_Fulfilled, WHAT_WAS_SOLD_IS_FINAL_ONCE_IT_IS_FULFILLED",
        "Tailback_Fulfilled_Is_Final, WHAT_WAS_SOLD_IS_FINAL_ONCE_IT_IS_FULFILLED",
        "Product_Usage_Integration, THE_INTEGRATION_WRITES_NOTHING_BUT_USAGE_AND_DELETES_NOTHING",
        "Product_Usage_Sales, SALES_AND_FINANCE_READ_USAGE",
    })
    void a_file_that_is_left_out_is_missed_by_its_promise(String file, Promise promise) throws Exception {
        GeneratedProject project = GeneratedProject.in(directory, Shape.SUBSCRIPTIONS);
        remove(file);
        try (LocalOrg org = project.start()) {
            Trial trial = new Trial(project, org);
            assertThrows(AssertionError.class, () -> promise.on(trial));
        }
    }

    private void remove(String name) throws IOException {
        try (var paths = Files.walk(directory)) {
            List<Path> found = paths.filter(
                            path -> path.getFileName().toString().startsWith(name + "."))
                    .toList();
            assertEquals(1, found.size(), name);
            Files.delete(found.get(0));
        }
    }
}
