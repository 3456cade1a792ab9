package dev.tailback.standalone.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the docs name exists in the code, and what people see of the code stands in the docs. */
class DocsTest {
    private static final String DOCS = Repository.docs();
    private static final String ERRORS = Repository.page("docs/errors.md");

    /** A name that only the framework reads: no source of ours has it. */
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("DATASOURCES_DEFAULT_MAXIMUM_POOL_SIZE");

    private static final Set<String> USERS_OF_POSTGRESQL = Set.of("tailback_app", "tailback_owner");

    @Test
    void every_code_of_a_problem_is_in_docs_and_code() {
        String sources =
                Repository.sources(Set.of("service-app", "http-edge", "web-base", "integration-hub")::contains);
        Set<String> told = Codes.ofProblemsIn(ERRORS);

        assertEquals(
                List.of(),
                Agreement.on("problem code", told, Codes.literals(sources)).unknown());
        assertEquals(
                List.of(),
                Agreement.on("problem code", told, Codes.ofProblemsMadeIn(sources))
                        .untold());
    }

    @Test
    void every_code_of_an_entry_or_of_a_pause_is_in_docs_and_code() {
        String sources = Repository.sources(DocsTest::decidesAboutEntries) + Repository.rules();
        Set<String> told = Codes.ofEntriesIn(ERRORS);
        Set<String> made = Codes.ofEntriesMadeIn(sources, EnvironmentNames::isOne);

        assertEquals(List.of(), new Agreement("code", told, Codes.words(sources), Codes::mean).unknown());
        assertEquals(List.of(), new Agreement("code", told, made, Codes::mean).untold());
    }

    @Test
    void every_environment_value_is_in_docs_and_code() {
        Set<String> read = EnvironmentNames.readIn(Repository.sources() + Repository.page("tailback"));
        Set<String> whole = EnvironmentNames.toldWholeIn(DOCS);
        whole.removeAll(OF_THE_FRAMEWORK);

        assertEquals(List.of(), Agreement.on("environment value", whole, read).unknown());
        assertEquals(
                List.of(),
                Agreement.on("environment value", EnvironmentNames.toldIn(DOCS), read)
                        .untold());
    }

    @Test
    void every_metric_is_in_docs_and_code() {
        Set<String> registered = MetricNames.registeredIn(Repository.sources());

        Set<String> whole = MetricNames.toldWholeIn(DOCS);
        whole.removeAll(USERS_OF_POSTGRESQL);
        assertEquals(List.of(), new Agreement("metric", whole, registered, MetricNames::mean).unknown());
        Set<String> told = MetricNames.toldIn(DOCS);
        assertEquals(List.of(), new Agreement("metric", told, registered, MetricNames::mean).untold());
    }

    @Test
    void every_command_is_in_docs_and_script() {
        Set<String> script = CommandNames.ofTheScript(Repository.page("tailback"));

        assertEquals(
                List.of(),
                Agreement.on("command", CommandNames.toldIn(DOCS), script).differences());
    }

    @Test
    void every_command_and_option_of_operators_is_in_docs_and_code() {
        String ops = Repository.sourcesBeside("Ops.java");

        Set<String> commands = CommandNames.namedIn(ops);
        commands.remove("ops");
        assertEquals(
                List.of(),
                Agreement.on("command", CommandNames.ofOpsToldIn(DOCS), commands)
                        .differences());
        Set<String> told = CommandNames.optionsMentionedIn(DOCS);
        assertEquals(
                List.of(),
                Agreement.on("option", told, CommandNames.optionsIn(ops)).untold());
    }

    @Test
    void every_option_that_the_docs_name_is_in_the_code() {
        Set<String> options = CommandNames.optionsIn(Repository.sources() + Repository.page("tailback"));

        assertEquals(
                List.of(),
                Agreement.on("option", CommandNames.optionsToldIn(DOCS), options)
                        .unknown());
    }

    @Test
    void a_name_that_the_code_lacks_and_one_that_the_docs_lack_are_found() {
        Agreement bad = Agreement.on("command", Set.of("fly", "sync"), Set.of("sync", "swim"));

        assertEquals(
                List.of(
                        "the docs name the command fly, and no code has it",
                        "the code has the command swim, and no page of the docs names it"),
                bad.differences());
    }

    private static boolean decidesAboutEntries(String module) {
        return Set.of(
                        "service-app",
                        "sync-worker",
                        "entry-queue",
                        "usage-record",
                        "salesforce-client",
                        "salesforce-schema")
                .contains(module);
    }
}
