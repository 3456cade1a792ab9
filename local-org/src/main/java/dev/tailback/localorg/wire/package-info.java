/** Values of rows in JSON, in both directions. */
package dev.tailback.localorg.wire;
