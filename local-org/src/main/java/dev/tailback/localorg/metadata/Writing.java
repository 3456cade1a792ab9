package dev.tailback.localorg.metadata;

/** When a client may set a field. */
public enum Writing {
    ALWAYS,
    ON_CREATE,
    NEVER;

    public boolean onCreate() {
        return this != NEVER;
    }

    public boolean onUpdate() {
        return this == ALWAYS;
    }
}
