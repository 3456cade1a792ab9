/** What a program with a PostgreSQL does before anything is built. Doors: {@code PostgresAnswers}, {@code CallersLeft}. */
package dev.tailback.web.startup;
