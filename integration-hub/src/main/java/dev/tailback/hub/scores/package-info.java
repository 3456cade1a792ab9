/**
 * How good the values are that each CRM holds: how many there are, how many are valid, how many agree with the other
 * CRMs. Counted now and then by one hub, and kept by day. Doors: {@code CountScores}, {@code Scores},
 * {@code RefusedValues}.
 */
package dev.tailback.hub.scores;
