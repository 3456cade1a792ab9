package dev.tailback.web.metrics;

/** Where figures are read from, now and then; between readings, scrapes get the last one. */
public interface Source {

    /** @throws RuntimeException when the source is down */
    void read();

    /** The source is down: its figures are not known. */
    void isUnknown();
}
