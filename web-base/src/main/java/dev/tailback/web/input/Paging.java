package dev.tailback.web.input;

import java.util.List;

/** Pages of lists: 50 rows each, numbered from 0, and one row more is read to know whether another page follows. */
public final class Paging {

    public static final int SIZE = 50;
    /** Deeper pages cost more and more and do not help. */
    public static final int LAST_PAGE = 2_000;

    private Paging() {}

    public static boolean more(List<?> read) {
        return read.size() > SIZE;
    }

    public static <T> List<T> shown(List<T> read) {
        return List.copyOf(read.subList(0, Math.min(SIZE, read.size())));
    }
}
