package dev.tailback.hub.rulebook;

import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.golden.Golden;
import dev.tailback.hub.golden.Goldens;
import dev.tailback.hub.golden.Known;
import dev.tailback.hub.golden.ReadKnown;
import dev.tailback.hub.survivorship.RulesPreview.Seen;
import dev.tailback.hub.survivorship.Survivorship;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All golden records of an entity, as two versions of the rules see them; one page of them is in memory. */
@Singleton
class GoldenPages {

    private static final int PAGE = 100;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final Goldens goldens;
    private final ReadKnown read;

    GoldenPages(Goldens goldens, ReadKnown read) {
        this.goldens = goldens;
        this.read = read;
    }

    Stream<Seen> of(Entity entity, Survivorship before, Survivorship after) {
        return Stream.iterate(
                        goldens.page(entity.name(), BEGINNING, PAGE),
                        page -> !page.isEmpty(),
                        page -> goldens.page(
                                entity.name(), page.get(page.size() - 1).id(), PAGE))
                .flatMap(page -> seen(entity, page, before, after));
    }

    private Stream<Seen> seen(Entity entity, List<Golden> page, Survivorship before, Survivorship after) {
        List<Known> now = read.of(entity, page, before);
        List<Known> then = standsOnAll(before) && standsOnAll(after) ? now : read.of(entity, page, after);
        return IntStream.range(0, page.size())
                .mapToObj(at -> new Seen(now.get(at).facts(), then.get(at).facts()));
    }

    private static boolean standsOnAll(Survivorship rules) {
        return rules.passedOver().isEmpty();
    }
}
