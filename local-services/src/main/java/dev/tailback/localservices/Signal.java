package dev.tailback.localservices;

import java.io.IOException;

/** What a process can be told; Java itself only knows TERM and KILL. */
enum Signal {
    /** PostgreSQL's fast shutdown: ends sessions, writes everything down. */
    INT,
    /** PostgreSQL's immediate shutdown: like a crash, but its children end too. */
    QUIT,
    TERM,
    KILL,
    STOP,
    CONT;

    void send(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException noKillCommand) {
            sendByJava(process);
        } catch (InterruptedException whileItIsOnItsWay) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendByJava(ProcessHandle process) {
        switch (this) {
            case INT, TERM -> process.destroy();
            case QUIT, KILL -> process.destroyForcibly();
            case STOP, CONT -> throw new ServiceFailed("This system has no kill command to send " + this + " with");
        }
    }
}
