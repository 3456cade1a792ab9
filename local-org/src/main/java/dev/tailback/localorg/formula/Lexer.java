package dev.tailback.localorg.formula;

import java.util.ArrayList;
import java.util.List;

/** Cuts a formula into tokens; blanks and comments go. */
final class Lexer {
    private static final List<String> LONG_SYMBOLS = List.of("&&", "||", "==", "<>", "!=", "<=", ">=");
    private static final String SYMBOLS = "+-*/^&!=<>(),";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text) {
        this.text = text;
    }

    List<Token> tokens() {
        for (skipBlanks(); at < text.length(); skipBlanks()) {
            tokens.add(next());
        }
        tokens.add(new Token(Token.Kind.END, "the end", text.length()));
        return tokens;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                if (end < 0) {
                    throw new FormulaException("a comment does not end", at);
                }
                at = end + 2;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private Token next() {
        char first = text.charAt(at);
        if (first == '"' || first == '\'') {
            return quoted(first);
        }
        if (Character.isDigit(first) || first == '.') {
            return run(Token.Kind.NUMBER, at);
        }
        if (Character.isLetter(first) || first == '_' || first == '$') {
            return run(Token.Kind.NAME, at);
        }
        return symbol(first);
    }

    private Token run(Token.Kind kind, int start) {
        while (at < text.length() && belongs(kind, text.charAt(at))) {
            at++;
        }
        return new Token(kind, text.substring(start, at), start);
    }

    private static boolean belongs(Token.Kind kind, char letter) {
        return kind == Token.Kind.NUMBER
                ? Character.isDigit(letter) || letter == '.'
                : Character.isLetterOrDigit(letter) || letter == '_' || letter == '$' || letter == '.' || letter == ':';
    }

    private Token quoted(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        if (at == text.length()) {
            throw new FormulaException("a text does not end with " + quote, start);
        }
        at++;
        return new Token(Token.Kind.TEXT, value.toString(), start);
    }

    private String escaped() {
        at++;
        if (at == text.length()) {
            throw new FormulaException("a text does not end", at);
        }
        char letter = text.charAt(at++);
        return switch (letter) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            default -> "\"'\\".indexOf(letter) >= 0 ? "" + letter : "\\" + letter;
        };
    }

    private Token symbol(char first) {
        int start = at;
        String symbol = LONG_SYMBOLS.stream()
                .filter(candidate -> text.startsWith(candidate, at))
                .findFirst()
                .orElse("" + first);
        if (symbol.length() == 1 && SYMBOLS.indexOf(first) < 0) {
            throw new FormulaException("unexpected " + first, at);
        }
        at += symbol.length();
        return new Token(Token.Kind.SYMBOL, symbol, start);
    }
}
