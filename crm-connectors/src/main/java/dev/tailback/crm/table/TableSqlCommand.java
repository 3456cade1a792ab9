package dev.tailback.crm.table;

import dev.tailback.program.ExitCode;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes the script by which a table logs its changes; the table's owner reads and runs it. */
@Command(
        name = "table-sql",
        description = "Writes the SQL by which a PostgreSQL table logs its changes, to read and to run as its owner.",
        mixinStandardHelpOptions = true)
public final class TableSqlCommand implements Callable<Integer> {

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,63}");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--table",
            paramLabel = "SCHEMA.TABLE",
            required = true,
            description = "As the catalogue writes it.")
    private String table;

    @Option(
            names = "--id",
            paramLabel = "COLUMN",
            defaultValue = "id",
            description = "The primary key's column; ${DEFAULT-VALUE} unless told otherwise.")
    private String id;

    @Option(
            names = "--changed-at",
            paramLabel = "COLUMN",
            description =
                    "When a row was changed before there was a log; without it, rows of today count as older than "
                            + "what any other CRM says.")
    private @Nullable String changedAt;

    @Option(
            names = "--user",
            paramLabel = "ROLE",
            description = "Whom the hub comes as; gets the rights that it needs.")
    private @Nullable String user;

    @Override
    public Integer call() {
        TableName name = TableName.of(table)
                .orElseThrow(() -> wrong("--table is no table: write schema.table, as the catalogue writes both."));
        TableScript script =
                new TableScript(name, fit("--id", id), optional("--changed-at", changedAt), optional("--user", user));
        spec.commandLine().getOut().print(script.sql());
        spec.commandLine().getOut().flush();
        return ExitCode.OK.number();
    }

    private Optional<String> optional(String option, @Nullable String given) {
        return Optional.ofNullable(given).map(name -> fit(option, name));
    }

    private String fit(String option, String name) {
        if (!NAME.matcher(name).matches()) {
            throw wrong(option + " is no name of PostgreSQL: it has 1 to 63 letters, and no line ends.");
        }
        return name;
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
