/**
 * PostgreSQL and Redis for tests: containers if a Docker engine runs, embedded programs if not.
 *
 * <p>Door: {@code TestServices}.
 */
package dev.tailback.testservices;
