/**
 * The edge of a program that listens: limits for connections, headers, bodies and time, before the program knows the
 * caller. A request above a limit is refused in words, or its connection is closed; other addresses are served.
 *
 * <p>Doors: {@code Edge} puts the handlers around the HTTP codec, with {@code EdgeLimits} from the environment and
 * {@code BodySizes} of the program.
 */
package dev.tailback.edge;
