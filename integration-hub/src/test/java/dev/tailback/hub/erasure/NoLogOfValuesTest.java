package dev.tailback.hub.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.read.ListAppender;
import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.MappedObject;
import dev.tailback.hub.records.Records;
import dev.tailback.hub.simulation.Habits;
import dev.tailback.hub.simulation.SimulatedCrm;
import dev.tailback.hub.simulation.SimulatedHub;
import dev.tailback.hub.stewards.Said;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A whole life of a person at DEBUG, and not one value of theirs in the log. */
class NoLogOfValuesTest {

    private static final Map<String, String> PERSON = Map.of("firstName", "First", "lastName", "Last", "email", "Mail");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Test
    void a_life_of_a_person_leaves_no_value_in_the_log() {
        List<Appender<ILoggingEvent>> usual = listen();
        try {
            live();
        } finally {
            root.detachAppender(log);
            root.setLevel(Level.WARN);
            usual.forEach(root::addAppender);
        }

        List<String> said = log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .map(message -> message.toLowerCase(Locale.ROOT))
                .toList();
        assertFalse(said.isEmpty(), "nothing was logged, so it proves nothing");
        assertEquals(
                List.of(),
                said.stream()
                        .filter(line -> line.contains("zarathustra") || line.contains("quixotina"))
                        .toList());
    }

    private List<Appender<ILoggingEvent>> listen() {
        List<Appender<ILoggingEvent>> usual = new ArrayList<>();
        for (Iterator<Appender<ILoggingEvent>> all = root.iteratorForAppenders(); all.hasNext(); ) {
            usual.add(all.next());
        }
        usual.forEach(root::detachAppender);
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        return usual;
    }

    private static void live() {
        SimulatedCrm sales = new SimulatedCrm(Habits.GOOD);
        SimulatedCrm marketing = new SimulatedCrm(Habits.GOOD);
        List<MappedObject> contacts = List.of(new MappedObject("person", "Contact", PERSON));
        try (SimulatedHub hub = SimulatedHub.start(
                List.of(new Connection("sales", sales, contacts), new Connection("marketing", marketing, contacts)))) {
            sales.edit("S1", person("Quixotina", "Zarathustra"));
            marketing.edit("M1", person("", "Zarathustra"));
            hub.settle();
            marketing.edit("M1", Map.of("Last", "Zarathustra-Meyer"));
            hub.settle();
            hub.bean(ErasePerson.class)
                    .erase(
                            hub.bean(Records.class)
                                    .find("sales", "person", "S1")
                                    .orElseThrow()
                                    .golden()
                                    .orElseThrow(),
                            new Said("olga", "Asked for."));
        }
    }

    private static Map<String, String> person(String first, String last) {
        return new TreeMap<>(Map.of("First", first, "Last", last, "Mail", "zarathustra@example.de"));
    }
}
