package dev.tailback.standalone;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story that the packaged demo tells of the hub: three CRMs, and what must hold in all of them. */
class HubDemoIT {

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
    void the_story_of_three_crms_holds_and_leaves_no_process_behind() throws IOException {
        demo.tellsItsStory("--hub", "--exit");
    }
}
