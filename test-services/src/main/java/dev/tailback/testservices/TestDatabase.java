package dev.tailback.testservices;

/** An empty PostgreSQL database for one test class. */
public record TestDatabase(String jdbcUrl, String username, String password) {}
