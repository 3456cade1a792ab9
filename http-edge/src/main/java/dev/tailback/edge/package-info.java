/**
 * The edge of a program that listens: what it grants to connections and requests before anything is known of who sends
 * them. Whatever is full is refused in words, or closed, and other addresses are served.
 */
package dev.tailback.edge;
