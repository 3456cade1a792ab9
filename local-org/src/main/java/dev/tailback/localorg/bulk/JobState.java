package dev.tailback.localorg.bulk;

/** The life of a job. Bulk guide, page job-states. A complete job may hold failed rows. */
public enum JobState {
    OPEN("Open"),
    UPLOAD_COMPLETE("UploadComplete"),
    IN_PROGRESS("InProgress"),
    JOB_COMPLETE("JobComplete"),
    FAILED("Failed"),
    ABORTED("Aborted");

    private final String word;

    JobState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean isOver() {
        return this == JOB_COMPLETE || this == FAILED || this == ABORTED;
    }
}
