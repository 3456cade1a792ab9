/**
 * Whether this process can work: PostgreSQL decides, a loop that is stuck asks for a new start. Door: {@code Degraded},
 * for what a program shows beside.
 */
package dev.tailback.web.health;
