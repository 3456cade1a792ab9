package dev.tailback.app.accounts;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What an account may do. Viewer reads what staff read, and changes nothing. Admin includes all the others. */
public enum Role {
    SERVICE,
    FINANCE,
    OPERATOR,
    ADMIN,
    VIEWER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    public static List<String> words() {
        return Stream.of(values()).map(Role::word).toList();
    }

    /** The roles an account has with those it was given: an admin has every one. */
    public static List<String> allOf(Collection<String> given) {
        return given.contains(ADMIN.word()) ? words() : List.copyOf(given);
    }
}
