package dev.tailback.verification.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard is shown failing: each answer that must never be given is found. */
class AnswersTest {
    private static final String GOOD = "{\"code\":\"invalid\"}";

    @TempDir
    Path directory;

    @Test
    void an_answer_of_our_own_fault_is_found_and_its_request_kept() throws Exception {
        Findings findings = findings();
        RawRequest request = RawRequest.of("POST", "/api/ads").json("{\"title\":\"\u0000\"}");

        judge(findings, request, answer(500, "application/problem+json", "{\"code\":\"internal\"}"));

        assertTrue(findings.table().contains("fuzz: 500"));
        assertEquals(
                new String(request.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1),
                Files.readString(directory.resolve("requests/1.http"), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void words_of_an_exception_are_found() {
        assertFound("inner words", answer(400, "application/problem+json", GOOD + " java.lang.Error"));
    }

    @Test
    void markup_of_a_caller_in_a_page_is_found() {
        assertFound("markup", answer(200, "text/html", "<p><script>" + Hostile.MARK + "</script>"));
    }

    @Test
    void a_refusal_without_a_code_is_found() {
        assertFound("without code", answer(400, "text/plain", "no"));
    }

    @Test
    void a_header_that_a_caller_wrote_is_found() {
        assertFound("header", new RawAnswer(200, Map.of("injected", List.of("x")), "", Duration.ZERO));
    }

    @Test
    void what_is_as_it_should_be_is_not_found() {
        Findings findings = findings();

        judge(findings, RawRequest.of("GET", "/api/ads"), answer(400, "application/problem+json", GOOD));

        assertEquals("", findings.table());
    }

    private void assertFound(String part, RawAnswer answer) {
        Findings findings = findings();
        judge(findings, RawRequest.of("GET", "/api/ads"), answer);
        assertTrue(findings.table().contains(part), findings::table);
    }

    private static void judge(Findings findings, RawRequest request, RawAnswer answer) {
        new Answers(findings, Optional.empty()).judge(request, answer);
    }

    private Findings findings() {
        return new Findings(directory.resolve("requests"), 1, new PrintStream(OutputStream.nullOutputStream()));
    }

    private static RawAnswer answer(int status, String type, String text) {
        return new RawAnswer(status, Map.of("content-type", List.of(type)), text, Duration.ZERO);
    }
}
