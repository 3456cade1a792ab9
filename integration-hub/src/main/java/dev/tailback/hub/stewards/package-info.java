/**
 * What a person must judge, what stewards said, and how it is undone.
 *
 * <p>Doors: {@code Candidates} asks, {@code JudgeCandidate} takes the answer, {@code StewardWords} tells matching,
 * {@code UndoMerge} takes back, {@code LockValue} locks, chooses and lifts single values, {@code GoneRecords} tells what
 * people deleted in one CRM.
 */
package dev.tailback.hub.stewards;
