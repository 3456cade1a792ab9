package dev.tailback.hub.meeting;

import dev.tailback.hub.matching.Fit;
import dev.tailback.hub.matching.Joined;
import dev.tailback.hub.matching.MatchRecord;
import dev.tailback.hub.matching.Verdict;
import dev.tailback.hub.records.KnownRecord;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a record belongs. Where a person must judge, it stands for itself until then.
 *
 * @param isNew whether the golden record is to be made
 * @param members that it had before
 * @param asked which golden records it may be one with, too, so that a steward must judge
 */
record Place(
        KnownRecord record, UUID golden, boolean isNew, String ground, List<MatchRecord> members, List<Fit> asked) {

    static Place of(KnownRecord record, Joined joined) {
        return joined.fold(
                joins -> new Place(
                        record,
                        golden(joins.fit()),
                        false,
                        ground(joins.fit()),
                        joins.fit().group().members(),
                        joins.alsoLike()),
                unclear -> alone(record, "A steward must say whether it is one with another.", unclear.fits()),
                () -> alone(record, "Nothing is like it.", List.of()));
    }

    private static Place alone(KnownRecord record, String ground, List<Fit> asked) {
        return new Place(record, UUID.randomUUID(), true, ground, List.of(), asked);
    }

    /** All golden records that it has to do with. */
    Stream<UUID> goldens() {
        return Stream.concat(Stream.of(golden), asked.stream().map(Place::golden));
    }

    static UUID golden(Fit fit) {
        return UUID.fromString(fit.group().id());
    }

    private static String ground(Fit fit) {
        return fit.verdicts().values().stream()
                .filter(Verdict::isSame)
                .map(Verdict::ground)
                .findFirst()
                .orElse("");
    }
}
