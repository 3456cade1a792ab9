/** The torture run: people work, everything breaks at random, and every entry is compared afterwards. */
package dev.tailback.verification.torture;
