package dev.tailback.app.mapping.page;

import dev.tailback.app.layout.Visitor;
import dev.tailback.app.mapping.MappingView;
import java.util.Set;

/**
 * One version with what it changed.
 *
 * @param inUse the version in use
 */
public record MappingVersionScreen(Visitor visitor, MappingView version, long inUse) {

    /** Whether the visitor may put it in use again. */
    public boolean rollsBack() {
        return visitor.hasOneOf(Set.of("admin")) && version.version() != inUse;
    }
}
