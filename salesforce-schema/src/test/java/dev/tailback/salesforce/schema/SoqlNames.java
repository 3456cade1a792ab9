package dev.tailback.salesforce.schema;

import io.github.apexdevtools.apexparser.ApexParser;
import io.github.apexdevtools.apexparser.ApexParserFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** Parses SOQL to its end and leads every name in it to the schema. */
public final class SoqlNames {

    private final Model model;

    private SoqlNames(Model model) {
        this.model = model;
    }

    public static SoqlNames of(Path project) {
        return new SoqlNames(new Model(SchemaTree.read(project)));
    }

    public List<String> faults(String soql) {
        List<String> faults = new ArrayList<>();
        // The parser knows Apex's escapes; these two are SOQL's own, for LIKE.
        String readable = soql.replace("\\%", "%").replace("\\_", "_");
        ApexParser parser = ApexParserFactory.createParser(CharStreams.fromString(readable));
        parser.removeErrorListeners();
        parser.addErrorListener(new Listener(faults));
        ApexParser.QueryContext query = parser.query();
        // The grammar's rule stops where the query could end; what follows would go unseen.
        if (parser.getCurrentToken().getType() != Token.EOF) {
            faults.add("goes on after its end: " + parser.getCurrentToken().getText());
        }
        if (faults.isEmpty()) {
            check(query, "", faults);
        }
        return faults;
    }

    private void check(ParseTree node, String object, List<String> faults) {
        String within = object;
        if (node instanceof ApexParser.QueryContext query) {
            within = known(query.fromNameList().getText(), faults);
        } else if (node instanceof ApexParser.SubQueryContext query) {
            String relationship = query.fromNameList().getText();
            within = model.child(object, relationship).orElse("");
            if (within.isEmpty()) {
                faults.add("no child relationship " + object + "." + relationship);
            }
        } else if (node instanceof ApexParser.FromNameListContext) {
            return;
        } else if (node instanceof ApexParser.BoundExpressionContext) {
            faults.add("a bind is only for Apex: " + node.getText());
        } else if (node instanceof ApexParser.FieldNameContext field) {
            field(object, field.getText(), faults);
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            check(node.getChild(i), within, faults);
        }
    }

    private String known(String object, List<String> faults) {
        if (!model.hasObject(object)) {
            faults.add("no object " + object);
        }
        return object;
    }

    private void field(String object, String path, List<String> faults) {
        String at = object;
        String[] steps = path.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            Optional<String> parent = model.parent(at, steps[i]);
            if (parent.isEmpty()) {
                faults.add("no relationship " + at + "." + steps[i]);
                return;
            }
            at = parent.get();
        }
        if (!model.hasField(at, steps[steps.length - 1])) {
            faults.add("no field " + at + "." + steps[steps.length - 1]);
        }
    }

    private static final class Listener extends BaseErrorListener {

        private final List<String> faults;

        Listener(List<String> faults) {
            this.faults = faults;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                RecognitionException e) {
            faults.add(line + ":" + column + " " + message);
        }
    }
}
