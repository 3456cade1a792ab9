package dev.tailback.verification.story;

/** A step came out differently than it must; the message says what was expected and what was found. */
public final class StoryFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoryFailed(String message) {
        super(message);
    }
}
