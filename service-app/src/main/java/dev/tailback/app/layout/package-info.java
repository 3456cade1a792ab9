/**
 * What every page shares: who looks at it, the bar with its pages, and the banner that says why nothing is sent.
 * Templates of all rooms use {@code layout.jte}.
 */
package dev.tailback.app.layout;
