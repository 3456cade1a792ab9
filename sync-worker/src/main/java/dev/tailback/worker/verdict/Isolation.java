package dev.tailback.worker.verdict;

/** How isolated a record must be in its call before a refusal is taken for its own. */
public enum Isolation {
    /** Not at all: the error names the record itself, and the others in the call change nothing. */
    NONE,
    /** No record of another contract was refused with the same code in the same call. */
    OWN_CONTRACT,
    /** No other record was refused with the same code in the same call. */
    OWN_CODE,
    /** It was the only record in the call. */
    ALONE
}
