package dev.tailback.salesforce.query;

import dev.tailback.salesforce.http.OrgAnswer;

/** An answer other than the rows that were asked for. */
final class ReadFailed extends Exception {

    private final transient OrgAnswer answer;

    ReadFailed(OrgAnswer answer) {
        super("HTTP " + answer.status());
        this.answer = answer;
    }

    OrgAnswer answer() {
        return answer;
    }
}
