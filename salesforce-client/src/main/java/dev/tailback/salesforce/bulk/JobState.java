package dev.tailback.salesforce.bulk;

import java.util.Optional;

/** The life of a job. One that is over changes nothing any more, whatever it has done; a complete one may hold failed rows. */
public enum JobState {
    OPEN("Open", false),
    UPLOAD_COMPLETE("UploadComplete", false),
    IN_PROGRESS("InProgress", false),
    COMPLETE("JobComplete", true),
    FAILED("Failed", true),
    ABORTED("Aborted", true);

    private final String word;
    private final boolean over;

    JobState(String word, boolean over) {
        this.word = word;
        this.over = over;
    }

    /** Salesforce's word for it. */
    public String word() {
        return word;
    }

    public boolean isOver() {
        return over;
    }

    /** Empty where it is no word of Salesforce's. */
    public static Optional<JobState> of(String word) {
        for (JobState state : values()) {
            if (state.word.equals(word)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }
}
