/**
 * The judgement after a run: what each field must hold by what people typed and saw, whatever happened between. Doors:
 * {@code ReadEvidence}, {@code Evidence}, {@code Judge}, {@code HubFindings}, {@code Quiet} and {@code Slips}.
 */
package dev.tailback.verification.hubtorture.judging;
