package dev.tailback.browser.stage;

import java.nio.file.Path;
import java.util.List;

/** What stands while tests come and go. */
interface PlayedOn {

    /** @return a picture and the HTML of each page that somebody has open, under target/pictures */
    List<Path> keepPages(String test);

    /** @param failed and then nobody looks at what the browser complained of as well */
    void clear(String test, boolean failed);
}
