package dev.tailback.verification.hubstory;

import dev.tailback.verification.story.Narrator;

/** One thing that happens to the customers, and what must be true afterwards in every CRM. */
interface HubChapter {
    String title();

    /** @throws dev.tailback.verification.story.StoryFailed if anything is not as it must be */
    void tell(World world, Narrator narrator);
}
