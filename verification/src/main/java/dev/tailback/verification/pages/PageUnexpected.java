package dev.tailback.verification.pages;

/** A page was not answered, or does not offer what a person does next; the message says which. */
public final class PageUnexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PageUnexpected(String message) {
        super(message);
    }
}
