package dev.tailback.app.doctor;

import java.util.List;

/** Looks at one area, and says each thing it finds there. */
interface Check {

    /** For people. */
    String area();

    /** In the thread of the caller; it may take as long as its calls may. */
    List<Line> look();
}
