package dev.tailback.hub.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What two records with an equal value of an attribute say about being the same thing. */
public enum Identifies {
    /** They may be: probability judges. */
    NO,
    /** They are, if their names are alike as well: a website is shared by the companies of a group. */
    WITH_LIKE_NAME,
    /** They are: a tax number belongs to one company. */
    ALONE;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<Identifies> ofWord(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
