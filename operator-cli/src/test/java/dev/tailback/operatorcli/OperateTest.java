package dev.tailback.operatorcli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A command that is read alone is the same as among all. */
class OperateTest {

    @Test
    void a_command_that_is_asked_for_is_read_alone_and_explains_itself_as_among_all() {
        CommandLine all = new CommandLine(new Ops());
        assertTrue(all.getSubcommands().size() > 10, all.getSubcommands()::toString);
        for (String command : all.getSubcommands().keySet()) {
            CommandLine alone = Operate.commandLine(command, "--help");

            assertTrue(alone.getSubcommands().containsKey(command), command);
            assertEquals(1, Set.copyOf(alone.getSubcommands().values()).size(), command);
            assertEquals(
                    all.getSubcommands().get(command).getUsageMessage(),
                    alone.getSubcommands().get(command).getUsageMessage());
        }
    }

    @Test
    void the_commands_about_the_org_are_read_behind_their_word() {
        CommandLine all = new CommandLine(new Org());
        for (String command : all.getSubcommands().keySet()) {
            CommandLine alone = Operate.commandLine("org", command, "--help");

            assertEquals(Set.of(command), alone.getSubcommands().keySet());
            assertEquals(
                    all.getSubcommands().get(command).getUsageMessage(),
                    alone.getSubcommands().get(command).getUsageMessage());
        }
        assertArrayEquals(new String[] {"doctor", "--json"}, Operate.words("org", "doctor", "--json"));
        assertArrayEquals(new String[] {"sync"}, Operate.words("sync"));
        assertTrue(Operate.commandLine("org", "fly").getSubcommands().containsKey("doctor"));
    }

    @Test
    void what_names_no_command_is_answered_with_all_of_them() {
        for (String[] arguments : new String[][] {{}, {"fly"}, {"--help"}, {"fly", "sync"}}) {
            StringWriter said = new StringWriter();
            CommandLine line =
                    Operate.commandLine(arguments).setOut(new PrintWriter(said)).setErr(new PrintWriter(said));

            line.execute(arguments);

            assertTrue(said.toString().contains("reconcile"), said::toString);
        }
    }
}
