package dev.tailback.localorg.change;

import dev.tailback.localorg.metadata.Schema;
import dev.tailback.localorg.org.Org;
import dev.tailback.localorg.save.RecountRollUps;
import dev.tailback.localorg.users.Person;
import java.util.Optional;

/** Makes the org under a changed schema out of the org before, which stays as it was if that cannot be. */
public final class ChangeSchema {

    /** An org, and the files it executes. */
    public record Changed(Org org, OrgSource source) {}

    private ChangeSchema() {}

    /**
     * @throws dev.tailback.localorg.metadata.MetadataException in one sentence, when the new schema cannot be executed
     *     or the rows cannot be taken along
     */
    public static Changed change(Org before, OrgSource source, OrgSource.Step step) {
        OrgSource next = source.after(step, before.schema());
        Schema schema = next.schema();
        Names names = new Names(step.renamed());
        Org after = before.under(schema, names::now);
        new MoveRows(before, after, names).move();
        new RecountRollUps(schema, after.formulas())
                .recount(after.store(), after.users().of(Person.ADMIN), after.now());
        return new Changed(after, next.with(schema));
    }

    /** What a field was called before, and is called now. */
    record Names(Optional<OrgSource.Renamed> renamed) {

        String now(String object, String name) {
            return renamed.filter(one -> one.object().equalsIgnoreCase(object))
                    .filter(one -> one.from().equalsIgnoreCase(name))
                    .map(OrgSource.Renamed::to)
                    .orElse(name);
        }

        String before(String object, String name) {
            return renamed.filter(one -> one.object().equalsIgnoreCase(object))
                    .filter(one -> one.to().equalsIgnoreCase(name))
                    .map(OrgSource.Renamed::from)
                    .orElse(name);
        }
    }
}
