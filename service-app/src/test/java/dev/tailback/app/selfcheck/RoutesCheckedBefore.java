package dev.tailback.app.selfcheck;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * For the second and later of the equal service apps that tests of one JVM start: another one has just asked the same
 * routes, all of them, and was refused by each.
 */
@Singleton
@Replaces(RoutesCheck.class)
@Requires(property = RoutesCheckedBefore.PROPERTY)
public class RoutesCheckedBefore implements SelfCheck {

    public static final String PROPERTY = "tailback.test.routes-checked-before";

    @Override
    public List<String> failures(OwnServer self) {
        return List.of();
    }
}
