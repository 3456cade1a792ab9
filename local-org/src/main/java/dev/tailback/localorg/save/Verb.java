package dev.tailback.localorg.save;

/** What a request asks to be done with its records. */
public enum Verb {
    INSERT,
    UPDATE,
    UPSERT
}
