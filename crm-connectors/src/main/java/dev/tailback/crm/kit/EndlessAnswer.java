package dev.tailback.crm.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An answer that goes on until the caller hangs up, or a limit of our own is reached. */
record EndlessAnswer(int bytesAtOnce, int millisBetween) {

    private static final int MOST_WRITES = 6_000;

    static EndlessAnswer of(int bytesAtOnce, int millisBetween) {
        return new EndlessAnswer(bytesAtOnce, millisBetween);
    }

    void to(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
        byte[] blanks = new byte[bytesAtOnce];
        Arrays.fill(blanks, (byte) ' ');
        for (int writes = 0; writes < MOST_WRITES; writes++) {
            out.write(blanks);
            out.flush();
            Waiting.REAL.pass(java.time.Duration.ofMillis(millisBetween));
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }
}
