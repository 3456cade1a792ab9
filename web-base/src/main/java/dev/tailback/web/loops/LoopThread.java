package dev.tailback.web.loops;

/** A thread that knows whose life it is. */
final class LoopThread extends Thread {

    private final Life life;

    LoopThread(Runnable work, String name, Life life) {
        super(work, name);
        this.life = life;
    }

    Life life() {
        return life;
    }
}
