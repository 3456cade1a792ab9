package dev.tailback.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The story that the packaged demo tells of the write-back, on our own org and on others. */
class DemoStoryIT {

    @TempDir
    Path directory;

    private PackagedDemo demo;

    @BeforeEach
    void a_directory_of_its_own() {
        demo = new PackagedDemo(directory);
    }

    @AfterEach
    void end_the_demo() throws InterruptedException {
        demo.end();
    }

    @Test
    void the_story_holds_and_leaves_no_process_behind() throws IOException {
        demo.tellsItsStory("--exit");
    }

    // A detail with roll-ups, and an org of lookups that counts nothing itself.
    @ParameterizedTest
    @ValueSource(strings = {"subscriptions", "own-objects"})
    void the_same_story_holds_on_another_org(String org) throws IOException {
        Path mapping = PackagedDemo.HOME
                .resolve("salesforce-schema/foreign")
                .resolve(org)
                .resolve("mapping.yaml");
        demo.tellsItsStory("--exit", "--mapping", mapping.toString());
    }
}
