/** The boundary: whatever comes from outside over HTTP is read here, by its type, or it is refused with a sentence. */
package dev.tailback.app.input;
