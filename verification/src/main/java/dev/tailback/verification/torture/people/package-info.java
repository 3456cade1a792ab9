/** People at work: they place and change ads, decide, and remember what was acknowledged. Door: {@code People}. */
package dev.tailback.verification.torture.people;
