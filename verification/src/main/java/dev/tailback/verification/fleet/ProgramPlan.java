package dev.tailback.verification.fleet;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one program is started.
 *
 * @param inFront classes and resources that take the place of the program's own; empty but for a torture run that
 * damages a guard on purpose
 * @param environment what it is configured with; nothing of ours is inherited
 * @param ready answers 200 once the program can be used
 */
public record ProgramPlan(
        String name,
        Path jar,
        Optional<Path> inFront,
        List<String> arguments,
        Map<String, String> environment,
        URI ready,
        Path log) {}
