package dev.tailback.verification.attack;

import java.io.PrintStream;

/**
 * What every part of an attack works with.
 *
 * @param staff who works while others attack, and notices when that harms
 */
record Scene(AttackSettings settings, Target target, Findings findings, Staff staff, Secrets secrets, PrintStream out) {

    /** A connection from the usual address. */
    RawConnection connect() {
        return new RawConnection(target.address());
    }

    void say(String sentence) {
        out.println("  " + Printable.of(sentence));
    }
}
