package dev.tailback.app.mapping;

import dev.tailback.app.input.Paging;
import dev.tailback.mapping.MappingInvalid;
import jakarta.inject.Singleton;

/** The versions of the mapping, for API and pages. */
@Singleton
public class MappingReading {

    private final ActiveMapping active;
    private final MappingRows rows;

    MappingReading(ActiveMapping active, MappingRows rows) {
        this.active = active;
        this.rows = rows;
    }

    /** The version in use, as PostgreSQL has it now. */
    public ActiveVersion inUse() {
        return active.read();
    }

    public MappingVersionPage page(int page) {
        return MappingVersionPage.of(rows.page(Paging.SIZE + 1, page * Paging.SIZE), page);
    }

    /** With what it changed. @throws dev.tailback.app.problems.Problem 404 {@code not_found} */
    public MappingView one(long version) {
        ActiveVersion asked = version(version);
        return MappingView.of(asked, version == 0 ? asked : version(version - 1));
    }

    /** @throws dev.tailback.app.problems.Problem 404 {@code not_found} */
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
