package dev.tailback.web.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The encoding of addresses and forms: a percent sign and two hex digits stand for a byte, and the bytes are UTF-8. */
final class PercentEncoded {

    private PercentEncoded() {}

    /** @param encoded one character is one byte @return empty when it stands for no text */
    static Optional<String> text(String encoded, boolean plusIsSpace) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int index = 0; index < encoded.length(); index++) {
            char next = encoded.charAt(index);
            if (next == '%') {
                int value = hexByte(encoded, index + 1);
                if (value < 0) {
                    return Optional.empty();
                }
                bytes.write(value);
                index += 2;
            } else {
                bytes.write(plusIsSpace && next == '+' ? ' ' : next);
            }
        }
        return utf8(bytes.toByteArray());
    }

    /** The text, or empty when these bytes are not UTF-8. A half of a pair of surrogates is no UTF-8 either. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static int hexByte(String encoded, int from) {
        if (from + 2 > encoded.length()) {
            return -1;
        }
        int high = Character.digit(encoded.charAt(from), 16);
        int low = Character.digit(encoded.charAt(from + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
