package dev.tailback.app.finance.lines;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;

/** Answers with a file to keep. One address has two forms, JSON and CSV; what the caller accepts decides. */
public final class FileAnswer {

    private FileAnswer() {}

    /** Whether the caller asks for CSV. */
    public static boolean wantsCsv(HttpRequest<?> request) {
        return request.accept().stream().anyMatch(type -> type.getName().equals(MediaType.TEXT_CSV));
    }

    /** @param name without its ending */
    public static HttpResponse<?> csv(byte[] file, String name) {
        return named(file, "text/csv;charset=utf-8", name + ".csv");
    }

    /** @param name without its ending */
    public static HttpResponse<?> json(byte[] file, String name) {
        return named(file, MediaType.APPLICATION_JSON, name + ".json");
    }

    private static HttpResponse<?> named(byte[] file, String type, String name) {
        return HttpResponse.ok(file)
                .contentType(MediaType.of(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
    }
}
