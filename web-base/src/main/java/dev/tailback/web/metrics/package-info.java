/**
 * Figures for monitoring that are read from elsewhere, such as a database: now and then, so that a scrape costs nothing.
 * Doors: {@code Source}, which a program implements for what it reads, and {@code Reading}.
 */
package dev.tailback.web.metrics;
