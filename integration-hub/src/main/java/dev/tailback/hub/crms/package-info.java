/**
 * The CRMs that an installation connects: one file names them, with how each is reached and the first version of its
 * mapping. Doors: {@code ConnectedCrms}, {@code CrmsFile} for the start.
 */
package dev.tailback.hub.crms;
