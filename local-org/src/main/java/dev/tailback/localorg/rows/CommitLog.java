package dev.tailback.localorg.rows;

import java.util.Collection;

/** Told of every commit before anyone sees it. */
public interface CommitLog {
    void committed(Collection<Row> rows);
}
