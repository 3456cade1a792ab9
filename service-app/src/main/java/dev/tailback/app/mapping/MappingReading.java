package dev.tailback.app.mapping;

import dev.tailback.mapping.MappingInvalid;
import dev.tailback.web.input.Paging;
import jakarta.inject.Singleton;
import java.util.List;

/** The versions of the mapping, for API and pages. */
@Singleton
public class MappingReading {

    private final ActiveMapping active;
    private final MappingRows rows;
    private final EffectRows effects;

    MappingReading(ActiveMapping active, MappingRows rows, EffectRows effects) {
        this.active = active;
        this.rows = rows;
        this.effects = effects;
    }

    /** The version in use, as PostgreSQL has it now. */
    public ActiveVersion inUse() {
        return active.read();
    }

    public MappingVersionPage page(int page) {
        return MappingVersionPage.of(rows.page(Paging.SIZE + 1, page * Paging.SIZE), page);
    }

    /** What was in force because the org had changed: the last fifty, the newest first. */
    public List<EffectView> effects() {
        return effects.last(Paging.SIZE).stream().map(EffectView::of).toList();
    }

    /** With what it changed. @throws dev.tailback.web.problems.Problem 404 {@code not_found} */
    public MappingView one(long version) {
        ActiveVersion asked = version(version);
        return MappingView.of(asked, version == 0 ? asked : version(version - 1));
    }

    /** @throws dev.tailback.web.problems.Problem 404 {@code not_found} */
    ActiveVersion version(long version) {
        if (version == 0) {
            return ActiveVersion.SHIPPED;
        }
        MappingVersion row = rows.find(version).orElseThrow(() -> MappingProblems.unknown(version));
        try {
            return ActiveVersion.of(row);
        } catch (MappingInvalid ofAnotherRelease) {
            throw MappingProblems.unreadable(ofAnotherRelease.reasons());
        }
    }
}
