package dev.tailback.hub.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Groups that grow. */
final class Clusters {

    private final Judge judge;
    private final List<Prepared> records;
    private final Set<String> withoutDuplicates;
    private final List<List<Integer>> clusterOf;

    Clusters(Judge judge, List<Prepared> records, Set<String> withoutDuplicates) {
        this.judge = judge;
        this.records = records;
        this.withoutDuplicates = withoutDuplicates;
        this.clusterOf = new ArrayList<>(
                IntStream.range(0, records.size()).mapToObj(List::of).toList());
    }

    boolean isOne(int first, int second) {
        return clusterOf.get(first) == clusterOf.get(second);
    }

    void merge(int first, int second) {
        if (isOne(first, second) || !mayBecomeOne(first, second)) {
            return;
        }
        List<Integer> both = new ArrayList<>(clusterOf.get(first));
        both.addAll(clusterOf.get(second));
        Collections.sort(both);
        both.forEach(member -> clusterOf.set(member, both));
    }

    /** Whether every member of one may be the same as every member of the other, or a steward said so of the two. */
    boolean mayBecomeOne(int first, int second) {
        if (isForbidden(first, second)) {
            return false;
        }
        if (judge.isOrdered(records.get(first).source(), records.get(second).source())) {
            return true;
        }
        return !hasDuplicates(first, second)
                && clusterOf.get(first).stream()
                        .allMatch(one -> clusterOf.get(second).stream().noneMatch(other -> isDifferent(one, other)));
    }

    private boolean isForbidden(int first, int second) {
        return clusterOf.get(first).stream()
                .anyMatch(one -> clusterOf.get(second).stream()
                        .anyMatch(other -> judge.isForbidden(
                                records.get(one).source(), records.get(other).source())));
    }

    private boolean isDifferent(int one, int other) {
        return judge.judge(records.get(one), records.get(other)).isDifferent();
    }

    private boolean hasDuplicates(int first, int second) {
        Set<String> seen = new HashSet<>();
        return Stream.concat(clusterOf.get(first).stream(), clusterOf.get(second).stream())
                .map(member -> records.get(member).source().crm())
                .filter(withoutDuplicates::contains)
                .anyMatch(crm -> !seen.add(crm));
    }

    /** In the order of their first records. */
    List<List<Integer>> all() {
        List<List<Integer>> all = new ArrayList<>();
        for (int at = 0; at < records.size(); at++) {
            if (clusterOf.get(at).get(0) == at) {
                all.add(clusterOf.get(at));
            }
        }
        return all;
    }
}
