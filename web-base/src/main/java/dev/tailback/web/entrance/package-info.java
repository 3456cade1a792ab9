/**
 * The entrance of the program: it puts the limits of {@code http-edge} around the server, with the values of the
 * environment.
 */
package dev.tailback.web.entrance;
