package dev.tailback.salesforce.foreign;

import dev.tailback.mapping.generator.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * An org that is not ours, before Tailback came.
 *
 * @param directory its source, seed and mapping
 * @param open the value of its status while a contract is not fulfilled
 * @param isDetail whether its lines count the usage themselves, once it is generated
 */
record Shape(String directory, Object open, Choice choice, boolean isDetail) {

    static final Shape ORDERS = new Shape("orders", "On Air", Choice.standard(), false);
    static final Shape SUBSCRIPTIONS = new Shape("subscriptions", "In Service", Choice.standard(), true);
    static final Shape OWN_OBJECTS = new Shape("own-objects", false, Choice.standard(), true);

    /** The last one as an admin may want it: tied by a lookup, under other names. */
    static final Shape OWN_OBJECTS_WITH_A_LOOKUP =
            new Shape("own-objects", false, new Choice(Optional.of("Screen_Time__c"), "Lumen_", true), false);

    static List<Shape> all() {
        return List.of(ORDERS, SUBSCRIPTIONS, OWN_OBJECTS, OWN_OBJECTS_WITH_A_LOOKUP);
    }

    Path project() {
        return Path.of("foreign", directory);
    }

    @Override
    public String toString() {
        return directory + (choice.asLookup() ? " with a lookup" : "");
    }
}
