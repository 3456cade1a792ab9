package dev.tailback.localorg.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Builds the tree of a formula; operators bind as Salesforce's documentation orders them. */
final class Parser {
    private static final List<List<String>> LEVELS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("=", "==", "<>", "!="),
            List.of("<", ">", "<=", ">="),
            List.of("+", "-", "&"),
            List.of("*", "/"),
            List.of("^"));
    private static final int DEEPEST = 200;

    private final List<Token> tokens;
    private int next;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Node parse(String formula) {
        Parser parser = new Parser(new Lexer(formula).tokens());
        Node node = parser.binary(0);
        if (parser.peek().kind() != Token.Kind.END) {
            throw parser.unexpected();
        }
        return node;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private FormulaException unexpected() {
        return new FormulaException("unexpected " + peek().text(), peek().at());
    }

    private Node binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Node left = binary(level + 1);
        while (peek().kind() == Token.Kind.SYMBOL && LEVELS.get(level).contains(peek().text())) {
            Token operator = tokens.get(next++);
            left = new Node.Binary(operator.text(), left, binary(level + 1), operator.at());
        }
        return left;
    }

    private Node unary() {
        Token token = peek();
        if (token.is("-") || token.is("+") || token.is("!")) {
            next++;
            return new Node.Unary(token.text(), unary(), token.at());
        }
        if (++depth > DEEPEST) {
            throw new FormulaException("nested too deeply", token.at());
        }
        Node node = primary();
        depth--;
        return node;
    }

    private Node primary() {
        Token token = tokens.get(next++);
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case TEXT -> new Node.Text(token.text(), token.at());
            case NAME -> peek().is("(") ? call(token) : named(token);
            case SYMBOL, END -> bracketed(token);
        };
    }

    private Node number(Token token) {
        try {
            return new Node.Number(new BigDecimal(token.text()), token.at());
        } catch (NumberFormatException e) {
            throw new FormulaException(token.text() + " is not a number", token.at());
        }
    }

    private Node named(Token token) {
        return switch (token.text().toUpperCase(Locale.ROOT)) {
            case "TRUE" -> new Node.Truth(true, token.at());
            case "FALSE" -> new Node.Truth(false, token.at());
            case "NULL" -> new Node.Blank(token.at());
            default -> new Node.Name(List.of(token.text().split("\\.")), token.at());
        };
    }

    private Node bracketed(Token token) {
        if (!token.is("(")) {
            next--;
            throw unexpected();
        }
        Node inner = binary(0);
        expect(")");
        return inner;
    }

    private Node call(Token name) {
        expect("(");
        List<Node> arguments = new ArrayList<>();
        while (!peek().is(")")) {
            if (!arguments.isEmpty()) {
                expect(",", ", or )");
            }
            arguments.add(binary(0));
        }
        expect(")");
        return new Node.Call(name.text().toUpperCase(Locale.ROOT), arguments, name.at());
    }

    private void expect(String symbol) {
        expect(symbol, symbol);
    }

    private void expect(String symbol, String wanted) {
        if (!peek().is(symbol)) {
            throw new FormulaException("expected " + wanted + " before " + peek().text(), peek().at());
        }
        next++;
    }
}
