package dev.tailback.localorg;

import java.nio.file.Path;
import java.time.Duration;

/** The test project: regions hold orchards hold trees; apples roll up twice. */
final class Orchard {
    static final Path SOURCE = Path.of("src/test/resources/orchard");
    static final Path SEED = Path.of("src/test/resources/orchard-seed");

    private Orchard() {}

    static LocalOrgOptions options() {
        return LocalOrgOptions.of(SOURCE).withSeed(SEED).withLockWait(Duration.ofMillis(300));
    }

    static LocalOrg start() {
        return LocalOrg.start(options());
    }
}
