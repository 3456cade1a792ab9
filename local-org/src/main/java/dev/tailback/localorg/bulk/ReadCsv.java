package dev.tailback.localorg.bulk;

import java.util.ArrayList;
import java.util.List;

/** Reads CSV after RFC 4180 with one delimiter and one line ending; quoted cells may hold both. */
final class ReadCsv {

    private final char delimiter;
    private final String lineEnding;
    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private int at;

    ReadCsv(char delimiter, String lineEnding, String text) {
        this.delimiter = delimiter;
        this.lineEnding = lineEnding;
        this.text = text;
    }

    List<List<String>> rows() {
        while (at < text.length()) {
            if (quoted) {
                readQuoted();
            } else {
                readPlain();
            }
            at++;
        }
        if (quoted) {
            throw new IllegalArgumentException("a quoted value is never closed");
        }
        endRow();
        return rows;
    }

    private void readQuoted() {
        char letter = text.charAt(at);
        boolean doubled = letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"';
        if (letter != '"') {
            cell.append(letter);
        } else if (doubled) {
            cell.append('"');
            at++;
        } else {
            quoted = false;
        }
    }

    private void readPlain() {
        char letter = text.charAt(at);
        if (letter == '"') {
            quoted = true;
        } else if (letter == delimiter) {
            endCell();
        } else if (letter == '\r' || letter == '\n') {
            endLine(letter);
        } else {
            cell.append(letter);
        }
    }

    private void endLine(char letter) {
        boolean both = letter == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
        boolean asSaid = lineEnding.equals("CRLF") ? both : letter == '\n';
        if (!asSaid) {
            throw new IllegalArgumentException(
                    "LineEnding is invalid on user data. Current LineEnding setting is " + lineEnding);
        }
        at += both ? 1 : 0;
        endRow();
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        if (row.isEmpty() && cell.isEmpty()) {
            return;
        }
        endCell();
        rows.add(row);
        row = new ArrayList<>();
    }
}
