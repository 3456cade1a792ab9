package dev.tailback.hub.rulebook;

import dev.tailback.hub.entity.Entities;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.survivorship.RuleChange;
import dev.tailback.hub.survivorship.Rules;
import dev.tailback.hub.survivorship.RulesPreview;
import dev.tailback.hub.survivorship.Survivorship;
import dev.tailback.mapping.declaration.DeclarationInvalid;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Says what a version would change, over all golden records that it may touch. Reads as deciding does, page by page,
 * and writes nothing: asked again it says the same, unless people typed meanwhile.
 */
@Singleton
public class PreviewRules {

    /** More differences are counted, not listed. */
    public static final int MOST_LISTED = 500;

    private final RulesVersions versions;
    private final Entities entities;
    private final GoldenPages pages;

    PreviewRules(RulesVersions versions, Entities entities, GoldenPages pages) {
        this.versions = versions;
        this.entities = entities;
        this.pages = pages;
    }

    /**
     * Of a version that is switched on.
     *
     * @return empty when there is no such version
     * @throws DeclarationInvalid when it cannot be used any more
     */
    public Optional<RulesPreview> switchingOn(long number, int mostListed) throws DeclarationInvalid {
        return preview(number, versions.inForce(), mostListed);
    }

    /** Of a version that is put back; the same otherwise. */
    public Optional<RulesPreview> puttingBack(long number, int mostListed) throws DeclarationInvalid {
        return preview(number, number, mostListed);
    }

    private Optional<RulesPreview> preview(long number, long line, int mostListed) throws DeclarationInvalid {
        Survivorship before = versions.inForce(versions.inForce());
        return versions.find(number)
                .map(rules -> versions.survivorship(rules, line))
                .map(after -> RulesPreview.compareEach(
                        before,
                        after,
                        touched(before.rules(), after.rules()).stream()
                                .flatMap(entity -> pages.of(entity, before, after)),
                        Math.min(mostListed, MOST_LISTED)));
    }

    private List<Entity> touched(Rules before, Rules after) {
        List<String> names = RuleChange.between(before, after, entities).stream()
                .map(RuleChange::entity)
                .distinct()
                .toList();
        return entities.all().stream()
                .filter(entity -> names.contains(entity.name()))
                .toList();
    }
}
