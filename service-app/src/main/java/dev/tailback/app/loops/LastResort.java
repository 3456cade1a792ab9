package dev.tailback.app.loops;

/** What is done when the program cannot go on. */
@FunctionalInterface
interface LastResort {

    void end(String loop, VirtualMachineError failure);
}
