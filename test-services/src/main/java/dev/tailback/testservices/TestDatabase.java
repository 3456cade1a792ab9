package dev.tailback.testservices;

/** A PostgreSQL database for one test class or test. */
public record TestDatabase(String jdbcUrl, String username, String password) {

    String name() {
        return jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1);
    }
}
