package dev.tailback.app.operator.alerts;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what is wrong now. It may ask other systems: no transaction is open. */
public interface AlertSource {

    /** The kinds it knows of; no other source has them. */
    Set<AlertKind> kinds();

    /** Everything of these kinds that is wrong; empty when that cannot be told now, which changes nothing. */
    Optional<List<Condition>> now();
}
