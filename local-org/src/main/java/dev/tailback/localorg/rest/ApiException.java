package dev.tailback.localorg.rest;

import java.util.List;

/** A call that ends with errors instead of an answer. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<ApiError> errors;

    public ApiException(int status, String code, String message) {
        super(message);
        this.status = status;
        this.errors = List.of(ApiError.of(code, message));
    }

    static ApiException notFound() {
        return notFound(404);
    }

    static ApiException notFound(int status) {
        return new ApiException(status, "NOT_FOUND", "The requested resource does not exist");
    }

    static ApiException methodNotAllowed(String method, String allowed) {
        return new ApiException(
                405, "METHOD_NOT_ALLOWED", "HTTP Method '" + method + "' not allowed. Allowed are " + allowed);
    }

    Reply reply() {
        return Reply.errors(status, errors);
    }
}
