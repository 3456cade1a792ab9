package dev.tailback.app.suggestions.page;

import dev.tailback.app.mapping.ChangeMapping;
import dev.tailback.app.mapping.MappingCheckView;
import dev.tailback.app.mapping.MappingText;
import dev.tailback.app.suggestions.DryRun;
import dev.tailback.web.problems.Problem;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Checks a chosen mapping by the connected org, and tries it on one contract. It changes nothing. */
@Singleton
class LookAtMapping {

    private final ChangeMapping change;
    private final DryRun dryRun;

    LookAtMapping(ChangeMapping change, DryRun dryRun) {
        this.change = change;
        this.dryRun = dryRun;
    }

    /** @param contract its id or its number, or nothing for the first one */
    Look at(MappingText text, String contract) {
        MappingCheckView check = change.check(text);
        if (!check.verdict().equals("usable")) {
            return new Look(check, Optional.empty(), Optional.empty());
        }
        try {
            return new Look(check, Optional.of(dryRun.of(text.mapping(), contract)), Optional.empty());
        } catch (Problem untried) {
            return new Look(check, Optional.empty(), Optional.of(untried));
        }
    }
}
