package dev.tailback.hub.matching;

import dev.tailback.hub.entity.Attribute;
import dev.tailback.hub.entity.Entity;
import dev.tailback.hub.entity.Identifies;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * By which keys likely partners of a record are found without comparing all with all: two records that share no key
 * are not compared. A misspelling in one attribute leaves the keys of the others.
 */
public final class Blocking {

    /** So many keys a record has at most. */
    public static final int MOST_KEYS = 80;

    /** A key that so many records share says nothing: it is not followed. */
    public static final int LARGEST_BLOCK = 100;

    private final Entity entity;

    public Blocking(Entity entity) {
        this.entity = entity;
    }

    public Set<String> keysOf(MatchRecord record) {
        return keysOf(Prepared.of(entity, record));
    }

    Set<String> keysOf(Prepared record) {
        Set<String> keys = new TreeSet<>();
        List<String> atoms = new ArrayList<>();
        for (Attribute attribute : Compared.in(entity)) {
            record.feature(attribute).ifPresent(feature -> add(attribute, feature, keys, atoms));
        }
        for (int first = 0; first < atoms.size(); first++) {
            for (int second = first + 1; second < atoms.size(); second++) {
                String one = atoms.get(first);
                String other = atoms.get(second);
                keys.add(one.compareTo(other) <= 0 ? one + "|" + other : other + "|" + one);
            }
        }
        return keys.size() <= MOST_KEYS ? keys : new TreeSet<>(List.copyOf(keys).subList(0, MOST_KEYS));
    }

    private static void add(Attribute attribute, Feature feature, Set<String> keys, List<String> atoms) {
        String text = feature.text();
        if (attribute.identifies() == Identifies.ALONE) {
            keys.add("=" + text.replace(" ", ""));
            return;
        }
        switch (attribute.kind()) {
            case EMAIL -> keys.add("@" + text);
            case PHONE -> keys.add("+" + text.substring(Math.max(0, text.length() - 8)));
            case DOMAIN -> keys.add("." + text.split("\\.")[0]);
            case DATE -> keys.add("d" + text);
            case COMPANY_NAME -> company(feature.words(), keys, atoms);
            case PERSON_NAME -> atoms.add("n" + Skeleton.of(feature.words().get(0)));
            case POSTAL_CODE -> atoms.add("p" + text.replace(" ", ""));
            case TEXT -> atoms.add("t" + Skeleton.of(feature.words().get(0)));
            case LIST -> atoms.add("l" + Skeleton.of(feature.words().get(0)));
            case COUNTRY, NUMBER, MONEY, FLAG, CHOICE, REFERENCE -> {}
        }
    }

    private static void company(List<String> words, Set<String> keys, List<String> atoms) {
        words.stream().limit(2).forEach(word -> atoms.add("c" + Skeleton.of(word)));
        words.stream().limit(4).filter(word -> word.length() > 2).forEach(word -> keys.add("c" + Skeleton.of(word)));
    }
}
