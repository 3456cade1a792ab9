package dev.tailback.crm.kit;

import dev.tailback.crm.Connector;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A connector to try, and the hands on its CRM. What is not there leaves checks untried, and the findings say so.
 *
 * @param connector makes a connector that knows nothing of an earlier one, as after a restart
 * @param playground where the kit may create and change records
 * @param waiting lets time pass
 * @param person edits in the CRM, past the connector
 * @param relay stands between the connector and the CRM
 * @param crmClock the CRM's own clock, where it can be moved
 * @param schemaChange changes the schema of the playground's object in any way
 */
public record Subject(
        Supplier<Connector> connector,
        Playground playground,
        Waiting waiting,
        Optional<Person> person,
        Optional<Relay> relay,
        Optional<MovableClock> crmClock,
        Optional<Runnable> schemaChange) {

    /** A connector alone; every change is then made through it. */
    public static Subject of(Supplier<Connector> connector, Playground playground, Waiting waiting) {
        return new Subject(
                connector, playground, waiting, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Subject with(Person hand) {
        return new Subject(connector, playground, waiting, Optional.of(hand), relay, crmClock, schemaChange);
    }

    public Subject with(Relay between) {
        return new Subject(connector, playground, waiting, person, Optional.of(between), crmClock, schemaChange);
    }

    public Subject with(MovableClock clock) {
        return new Subject(connector, playground, waiting, person, relay, Optional.of(clock), schemaChange);
    }

    public Subject withSchemaChange(Runnable change) {
        return new Subject(connector, playground, waiting, person, relay, crmClock, Optional.of(change));
    }

    /** The same hands on another connector. */
    public Subject withConnector(Supplier<Connector> other) {
        return new Subject(other, playground, waiting, person, relay, crmClock, schemaChange);
    }
}
