/**
 * Correction requests: staff ask finance to change usage that is locked, and finance accepts or refuses. Tailback never
 * writes a contract: a request that is accepted waits until the contract is open in Salesforce, and the correction then
 * goes the way of every other one.
 *
 * <p>Doors: {@code AskCorrection} and {@code AnswerRequest} write, {@code RequestReading} reads, {@code MakeCorrections}
 * makes what was accepted. The page and the API of this room use them.
 */
package dev.tailback.app.requests;
