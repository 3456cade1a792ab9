package dev.tailback.web.input;

import io.micronaut.http.HttpRequest;

/** A part of a page, which only the script of the page asks for. */
public final class Fragment {

    private Fragment() {}

    /** Whether the script asks; a person who opens the address gets the page instead. */
    public static boolean isAsked(HttpRequest<?> request) {
        return request.getHeaders().contains("HX-Request");
    }
}
