package dev.tailback.hub.running;

import dev.tailback.hub.connections.Connection;
import dev.tailback.hub.connections.Connections;
import dev.tailback.web.loops.Loop;
import dev.tailback.web.loops.Loops;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Starts the loops that speak to CRMs once the program answers, and closes them before what they need is closed. */
@Singleton
class HubLoops {

    private final Loops loops;
    private final Connections connections;
    private final ReadCrm read;
    private final WriteCrm write;
    private final LoopSupplies supplies;
    private final List<Loop> running = new ArrayList<>();

    HubLoops(Loops loops, Connections connections, ReadCrm read, WriteCrm write, LoopSupplies supplies) {
        this.loops = loops;
        this.connections = connections;
        this.read = read;
        this.write = write;
        this.supplies = supplies;
    }

    @EventListener
    void start(ServerStartupEvent started) {
        supplies.own().forEach(own -> running.add(loops.start(own.name(), own.step(), own.wake())));
        connections.all().stream().map(Connection::crm).forEach(this::startFor);
    }

    private void startFor(String crm) {
        ReadLoop reads = new ReadLoop(crm, read, supplies.bells());
        running.add(loops.start("read-" + crm, reads, reads::wake));
        WriteLoop writes = new WriteLoop(crm, connections, write, supplies.bells());
        running.add(loops.start("write-" + crm, writes, writes::wake));
        CreateLoop creates = new CreateLoop(crm, connections, write, writes::isQuiet, supplies.bells());
        running.add(loops.start("create-" + crm, creates, creates::wake));
    }

    @PreDestroy
    void stop() {
        running.forEach(Loop::close);
    }
}
