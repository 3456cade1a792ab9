package dev.tailback.localorg.soql;

import io.github.apexdevtools.apexparser.ApexLexer;
import io.github.apexdevtools.apexparser.ApexParser;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParserFactory;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** A query's text and its tree. Problems are told with the place in the text, as Salesforce does. */
final class Syntax {

    private static final class Refusing extends BaseErrorListener {
        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer, Object symbol, int line, int column, String text, RecognitionException e) {
            throw new QueryException("MALFORMED_QUERY", symbol instanceof Token token ? unexpected(token) : text);
        }
    }

    private final String text;
    private final QueryContext tree;

    private Syntax(String text, QueryContext tree) {
        this.text = text;
        this.tree = tree;
    }

    static Syntax parse(String text) {
        ApexLexer lexer = ApexParserFactory.createLexer(CharStreams.fromString(LikePattern.marked(text)));
        lexer.removeErrorListeners();
        lexer.addErrorListener(new Refusing());
        ApexParser parser = ApexParserFactory.createParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusing());
        QueryContext tree = parser.query();
        // The grammar's rule for a query is content with a beginning; the rest of the text must not be ignored.
        if (parser.getCurrentToken().getType() != Token.EOF) {
            throw new QueryException("MALFORMED_QUERY", unexpected(parser.getCurrentToken()));
        }
        return new Syntax(text, tree);
    }

    private static String unexpected(Token token) {
        return token.getType() == Token.EOF
                ? "unexpected token: '<EOF>'"
                : "unexpected token: '" + token.getText() + "'";
    }

    QueryContext tree() {
        return tree;
    }

    QueryException wrong(String code, ParserRuleContext where, String message) {
        Token start = where.getStart();
        int column = start.getCharPositionInLine();
        String line = text.lines().skip(start.getLine() - 1L).findFirst().orElse(text);
        return new QueryException(
                code,
                "\n" + line + "\n" + " ".repeat(column) + "^\nERROR at Row:" + start.getLine() + ":Column:"
                        + (column + 1) + "\n" + message);
    }

    QueryException noColumn(ParserRuleContext where, String name, String object) {
        return wrong(
                "INVALID_FIELD",
                where,
                "No such column '" + name + "' on entity '" + object
                        + "'. If you are attempting to use a custom field, be sure to append the '__c' after the custom"
                        + " field name. Please reference your WSDL or the describe call for the appropriate names.");
    }

    QueryException noRelationship(ParserRuleContext where, String name) {
        return wrong(
                "INVALID_FIELD",
                where,
                "Didn't understand relationship '" + name
                        + "' in field path. If you are attempting to use a custom relationship, be sure to append the"
                        + " '__r' after the custom relationship name. Please reference your WSDL or the describe call for"
                        + " the appropriate names.");
    }

    QueryException noObject(ParserRuleContext where, String name) {
        return wrong(
                "INVALID_TYPE",
                where,
                "sObject type '" + name
                        + "' is not supported. If you are attempting to use a custom object, be sure to append the '__c'"
                        + " after the entity name. Please reference your WSDL or the describe call for the appropriate"
                        + " names.");
    }
}
