/** Work that goes on in the background. */
package dev.tailback.app.loops;
