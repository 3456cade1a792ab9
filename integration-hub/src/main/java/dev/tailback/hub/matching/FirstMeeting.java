package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes groups of many records at once: the surest pairs first, and two groups become one only if every member of
 * one may be the same as every member of the other.
 */
public final class FirstMeeting {

    /** Above this, a first meeting takes more memory than a program has. */
    public static final int MOST_RECORDS = 500_000;

    private final Judge judge;
    private final Set<String> withoutDuplicates;

    /**
     * @param withoutDuplicates CRMs known to hold each thing once: a group never has two of their records, and the
     * best pair wins
     */
    public FirstMeeting(Judge judge, Set<String> withoutDuplicates) {
        this.judge = judge;
        this.withoutDuplicates = Set.copyOf(withoutDuplicates);
    }

    /** @throws IllegalArgumentException if there are too many, or one record is there twice */
    public Meeting meet(List<MatchRecord> records) {
        if (records.size() > MOST_RECORDS) {
            throw new IllegalArgumentException("A first meeting has " + MOST_RECORDS + " records at most; these are "
                    + records.size() + ". Begin with a part of them.");
        }
        List<MatchRecord> ordered = records.stream()
                .sorted(Comparator.comparing(MatchRecord::source))
                .toList();
        List<Prepared> prepared = ordered.stream().map(judge::prepared).toList();
        List<Judged> judged = judged(prepared);
        Clusters clusters = new Clusters(judge, prepared, withoutDuplicates);
        List<Meeting.Open> open = new ArrayList<>();
        judged.stream()
                .filter(pair -> pair.verdict().isSame())
                .forEach(pair -> clusters.merge(pair.first(), pair.second()));
        judged.stream()
                .filter(pair -> !clusters.isOne(pair.first(), pair.second()))
                .filter(pair -> clusters.mayBecomeOne(pair.first(), pair.second())
                        || !pair.verdict().isSame())
                .forEach(pair -> open.add(new Meeting.Open(
                        ordered.get(pair.first()).source(),
                        ordered.get(pair.second()).source(),
                        pair.verdict())));
        return new Meeting(groups(clusters, ordered), open);
    }

    /** The surest first. */
    private List<Judged> judged(List<Prepared> records) {
        List<LikelyPairs.Two> likely =
                new ArrayList<>(LikelyPairs.in(judge.model().entity(), records));
        likely.addAll(byStewards(records));
        return likely.stream()
                .distinct()
                .map(two -> new Judged(
                        two.first(), two.second(), judge.judge(records.get(two.first()), records.get(two.second()))))
                .filter(pair -> !pair.verdict().isDifferent())
                .sorted(Comparator.comparingDouble((Judged pair) -> -pair.sureness(judge, records))
                        .thenComparingInt(Judged::first)
                        .thenComparingInt(Judged::second))
                .toList();
    }

    private List<LikelyPairs.Two> byStewards(List<Prepared> records) {
        Map<Source, Integer> places = new HashMap<>();
        for (int at = 0; at < records.size(); at++) {
            if (places.put(records.get(at).source(), at) != null) {
                throw new IllegalArgumentException(records.get(at).source() + " is there twice");
            }
        }
        return judge.stewards().same().stream()
                .filter(pair -> places.containsKey(pair.first()) && places.containsKey(pair.second()))
                .map(pair -> new LikelyPairs.Two(
                        places.getOrDefault(pair.first(), 0), places.getOrDefault(pair.second(), 0)))
                .toList();
    }

    private static List<Group> groups(Clusters clusters, List<MatchRecord> records) {
        return clusters.all().stream()
                .map(members -> new Group(
                        records.get(members.get(0)).source().toString(),
                        members.stream().map(records::get).toList()))
                .toList();
    }

    private record Judged(int first, int second, Verdict verdict) {

        /** What a steward said is surest of all. */
        double sureness(Judge judge, List<Prepared> records) {
            return judge.isOrdered(
                            records.get(first).source(), records.get(second).source())
                    ? Double.MAX_VALUE
                    : verdict.score().bits();
        }
    }
}
