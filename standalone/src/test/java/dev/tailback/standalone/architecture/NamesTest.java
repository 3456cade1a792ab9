package dev.tailback.standalone.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema's API names live in field-mapping, which has the mapping and makes what an org lacks; local-org in particular knows none of our fields or rules. */
class NamesTest {
    private static final NamesOfSalesforce NAMES =
            NamesOfSalesforce.declaredIn(Path.of("..", "salesforce-schema", "force-app"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salesforce-client",
                "service-app",
                "sync-worker",
                "entry-queue",
                "usage-record",
                "local-org",
                "local-crms",
                "local-services",
                "integration-hub",
                "crm-connectors",
                "http-edge",
                "web-base",
                "operator-cli",
                "verification",
                "standalone"
            })
    void no_other_java_names_an_object_or_field_of_the_schema(String module) {
        assertEquals(List.of(), NAMES.in(Path.of("..", module, "src", "main", "java")));
    }

    @Test
    void a_name_in_the_wrong_module_is_found(@TempDir Path sources) throws IOException {
        Files.writeString(sources.resolve("Bad.java"), "class Bad { String field = \"Units_Sold__c\"; }");

        assertEquals(List.of("Bad.java names Units_Sold__c"), NAMES.in(sources));
    }
}
