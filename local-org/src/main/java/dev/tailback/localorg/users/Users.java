package dev.tailback.localorg.users;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Everyone who may log in. */
public final class Users {

    private final Map<Person, User> users = new EnumMap<>(Person.class);
    private final String organizationId;

    Users(Map<Person, User> users, String organizationId) {
        this.users.putAll(users);
        this.organizationId = organizationId;
    }

    public User of(Person person) {
        return Optional.ofNullable(users.get(person)).orElseThrow();
    }

    public Optional<User> named(String username) {
        return users.values().stream()
                .filter(user -> user.username().equalsIgnoreCase(username))
                .findFirst();
    }

    public Collection<User> all() {
        return users.values();
    }

    public String organizationId() {
        return organizationId;
    }
}
