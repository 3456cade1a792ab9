package dev.tailback.app.selfcheck;

import java.util.List;

/** One thing the program relies on and tries before it lets anybody in. */
interface SelfCheck {

    /**
     * Tries it.
     *
     * @param self the program's own server, as an anonymous caller meets it
     * @return a sentence for each thing that does not hold, with what to do; empty when all is well
     */
    List<String> failures(OwnServer self);
}
