package dev.tailback.salesforce.http;

import java.io.IOException;

/** An answer was longer than any that Salesforce has reason to give. */
final class AnswerTooLarge extends IOException {

    private final int mostBytes;

    AnswerTooLarge(int mostBytes) {
        super("more than " + mostBytes + " bytes");
        this.mostBytes = mostBytes;
    }

    int mostBytes() {
        return mostBytes;
    }
}
