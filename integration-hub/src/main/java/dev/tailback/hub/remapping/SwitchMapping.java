package dev.tailback.hub.remapping;

import dev.tailback.hub.database.Transactions;
import dev.tailback.hub.golden.SwitchReach;
import dev.tailback.hub.mappings.CreationChange;
import dev.tailback.hub.mappings.FieldChange;
import dev.tailback.hub.observations.ReadFromBeginning;
import dev.tailback.hub.versions.Author;
import dev.tailback.hub.versions.Subject;
import dev.tailback.hub.versions.SwitchVersions;
import dev.tailback.hub.versions.Switched;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Lets another version of a CRM's mapping hold, in one transaction. Objects with a field that was not asked for are
 * read from their beginning. What was said in a field that is mapped no longer stops to count, is kept, and counts
 * again when the mapping is put back. Golden records with records in these objects are decided again.
 */
@Singleton
public class SwitchMapping {

    private final Transactions transactions;
    private final SwitchVersions switches;
    private final MappingVersions versions;
    private final ReadFromBeginning read;
    private final SwitchReach reach;

    SwitchMapping(
            Transactions transactions,
            SwitchVersions switches,
            MappingVersions versions,
            ReadFromBeginning read,
            SwitchReach reach) {
        this.transactions = transactions;
        this.switches = switches;
        this.versions = versions;
        this.read = read;
        this.reach = reach;
    }

    /** @param instead which was in force when its author looked at the preview; 0 for none */
    public Switched on(String crm, long number, long instead, Author author) {
        Subject subject = Subject.mapping(crm);
        return switched(crm, number, instead, () -> switches.on(subject, number, instead, author));
    }

    /** One act: an older mapping is in force again, as a new version. @param instead as above */
    public Switched putBack(String crm, long number, long instead, Author author) {
        Subject subject = Subject.mapping(crm);
        return switched(crm, number, instead, () -> switches.putBack(subject, number, instead, author));
    }

    private Switched switched(String crm, long number, long instead, Supplier<Switched> act) {
        try {
            List<FieldChange> changes = versions.between(crm, instead, number);
            List<String> creating = versions.creations(crm, instead, number).stream()
                    .map(CreationChange::entity)
                    .distinct()
                    .toList();
            return transactions.write(() -> act.get()
                    .fold(done -> follow(crm, changes, creating, done), Switched.Absent::new, refused -> refused));
        } catch (DeclarationInvalid invalid) {
            return new Switched.Refused("Version " + number + " cannot be used any more: " + invalid.getMessage());
        }
    }

    /** @param creating entities of which other customers are created from now on: all of them are considered */
    private Switched follow(String crm, List<FieldChange> changes, List<String> creating, Switched.Done done) {
        read.read(crm, objects(changes, FieldChange::isToBeRead));
        reach.of(done.now().id(), creating, crm, objects(changes, change -> true));
        return done;
    }

    private static List<String> objects(List<FieldChange> changes, Predicate<FieldChange> wanted) {
        return changes.stream()
                .filter(wanted)
                .map(FieldChange::object)
                .distinct()
                .toList();
    }
}
