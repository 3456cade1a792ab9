/**
 * Which records are the same thing. {@link dev.tailback.hub.matching.Judge} judges a pair, {@link
 * dev.tailback.hub.matching.Joining} finds the group of one new record, {@link
 * dev.tailback.hub.matching.FirstMeeting} makes groups of many, {@link dev.tailback.hub.matching.Learning} learns
 * weights from records without labels, {@link dev.tailback.hub.matching.Blocking} says by which keys likely partners
 * are found. Values are clean before they come here.
 */
package dev.tailback.hub.matching;
