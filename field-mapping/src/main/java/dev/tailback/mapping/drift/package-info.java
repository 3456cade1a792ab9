/**
 * What another schema of the org means for a mapping that was right before: what changed, how much that matters, what
 * stops because of it, and what may stand in the place of what is gone.
 *
 * <p>Doors: {@link dev.tailback.mapping.drift.SeenSchema} is what a mapping uses of an org, for comparing it later;
 * {@link dev.tailback.mapping.drift.SeenText} writes it down; {@link dev.tailback.mapping.drift.DriftJudgement} judges.
 * {@link dev.tailback.mapping.drift.FieldChange} and {@link dev.tailback.mapping.drift.Likely} compare single fields, also
 * those of other CRMs.
 * What describe does not tell, such as validation rules, flows and triggers, nobody sees here.
 */
package dev.tailback.mapping.drift;
