package dev.tailback.salesforce.http;

import java.util.function.Supplier;

/** Our own code could not build a request, so nothing was sent. */
public final class RequestUnbuilt extends RuntimeException {

    private final String kind;

    private RequestUnbuilt(Throwable cause) {
        super(cause);
        this.kind = cause.getClass().getSimpleName();
    }

    /** The kind of the failure, without its words. */
    public String kind() {
        return kind;
    }

    /** What is built, or this. */
    public static <T> T unlessBuilt(Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException ours) {
            throw new RequestUnbuilt(ours);
        }
    }
}
