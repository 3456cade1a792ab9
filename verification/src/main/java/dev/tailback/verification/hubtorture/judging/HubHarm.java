package dev.tailback.verification.hubtorture.judging;

/** In which way something is not as it must be. */
public enum HubHarm {
    LOST("lost"),
    INVENTED("invented"),
    DIFFERENT("different"),
    UNEXPLAINED("unexplained"),
    DOUBLED("doubled"),
    NOT_QUIET("not quiet"),
    FAILED("not judged");

    private final String word;

    HubHarm(String word) {
        this.word = word;
    }

    @Override
    public String toString() {
        return word;
    }
}
