/**
 * Finds out for which golden record a new record stands. Doors: {@code MeetRecord}, and
 * {@code MeetCreated} for a record that the hub has just created.
 */
package dev.tailback.hub.meeting;
