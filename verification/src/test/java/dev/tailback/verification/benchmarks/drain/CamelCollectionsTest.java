package dev.tailback.verification.benchmarks.drain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CamelCollectionsTest {
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>camel-salesforce</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void camel_is_measured_in_the_version_that_local_org_is_tried_with() throws IOException {
        String tried = version(Path.of("..", "local-org", "pom.xml"));

        assertEquals(
                tried,
                version(Path.of(
                        "src",
                        "main",
                        "resources",
                        "dev",
                        "tailback",
                        "verification",
                        "benchmarks",
                        "peers",
                        "camel_project.xml")));
        assertTrue(new CamelCollections().name().contains(tried), new CamelCollections().name());
    }

    private static String version(Path project) throws IOException {
        Matcher found = VERSION.matcher(Files.readString(project));
        assertTrue(found.find(), project + " has no camel-salesforce");
        return found.group(1);
    }
}
