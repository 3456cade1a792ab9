/**
 * The schemas of the CRMs, watched. What went stops alone: a field that cannot be used is neither asked for nor written, and
 * all others go on in both directions. What was said there stays a fact. When the field can be used again, it is read from
 * the beginning, and goes on.
 *
 * <p>Doors: {@code WatchedConnections} makes a connection that leaves out what is stopped and notices what smells of a
 * change; {@code WatchSchemas} looks when it is time; {@code ReadUnseen} reads what can be seen again; {@code AcceptField}
 * takes a field as it is now; {@code Drift} tells people what is stopped, since when, and what to do.
 */
package dev.tailback.hub.drift;
