package dev.tailback.verification.story;

/** One thing that happens, and what must be true afterwards on both sides. */
interface Chapter {
    String title(Cast cast);

    /** @throws StoryFailed if anything is not as it must be */
    void tell(Scene scene, Narrator narrator);
}
