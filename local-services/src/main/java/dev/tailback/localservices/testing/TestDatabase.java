package dev.tailback.localservices.testing;

/** An empty PostgreSQL database for one test class. */
public record TestDatabase(String jdbcUrl, String username, String password) {}
