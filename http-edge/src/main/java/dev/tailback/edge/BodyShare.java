package dev.tailback.edge;

/** What one connection has taken of the memory for bodies. */
final class BodyShare {
    private final Shares memory;
    private final Visitor visitor;
    private long taken;

    BodyShare(Shares memory, Visitor visitor) {
        this.memory = memory;
        this.visitor = visitor;
    }

    boolean take(int bytes) {
        if (!memory.take(visitor.source(), bytes, visitor.proxy())) {
            return false;
        }
        taken += bytes;
        return true;
    }

    void giveBack(long bytes) {
        long returned = Math.min(bytes, taken);
        if (returned > 0) {
            memory.giveBack(visitor.source(), returned);
            taken -= returned;
        }
    }

    void giveBackAll() {
        giveBack(taken);
    }
}
