package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The pairs among many records that share a key. */
final class LikelyPairs {

    /** More than this do not fit a first meeting in memory. */
    static final int MOST = 20_000_000;

    private LikelyPairs() {}

    /** By their places in the list, the smaller first. */
    record Two(int first, int second) {}

    static List<Two> in(Entity entity, List<Prepared> records) {
        Blocking blocking = new Blocking(entity);
        Map<String, List<Integer>> blocks = new TreeMap<>();
        for (int at = 0; at < records.size(); at++) {
            for (String key : blocking.keysOf(records.get(at))) {
                blocks.computeIfAbsent(key, unused -> new ArrayList<>(2)).add(at);
            }
        }
        Set<Long> pairs = new HashSet<>();
        blocks.values().stream()
                .filter(block -> block.size() <= Blocking.LARGEST_BLOCK)
                .forEach(block -> add(block, pairs));
        return pairs.stream()
                .sorted()
                .map(pair -> new Two((int) (pair >>> 32), (int) (pair & 0xFFFFFFFFL)))
                .toList();
    }

    private static void add(List<Integer> block, Set<Long> pairs) {
        for (int first = 0; first < block.size(); first++) {
            for (int second = first + 1; second < block.size(); second++) {
                pairs.add((long) block.get(first) << 32 | block.get(second));
            }
        }
        if (pairs.size() > MOST) {
            throw new IllegalArgumentException("There are more than " + MOST
                    + " likely pairs: too many for one first meeting. Begin with a part of the records.");
        }
    }
}
