/**
 * Finds out for which golden record a new record stands. Door: {@code MeetRecord}.
 */
package dev.tailback.hub.meeting;
