package dev.tailback.localorg.save;

import dev.tailback.localorg.switches.Switches;
import java.time.Clock;

/**
 * What saves depend on besides rows and rules: who else holds rows, how open questions are answered, what time it is.
 */
public record Circumstances(BusyRows busy, Switches switches, Clock clock) {}
