package dev.tailback.salesforce;

import java.util.function.Supplier;

/** Our own code could not build a request, so nothing was sent. */
final class RequestUnbuilt extends RuntimeException {

    private RequestUnbuilt(Throwable cause) {
        super(cause);
    }

    /** The kind of the failure, without its words. */
    String kind() {
        return getCause().getClass().getSimpleName();
    }

    /** What is built, or this. */
    static <T> T unlessBuilt(Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException ours) {
            throw new RequestUnbuilt(ours);
        }
    }
}
