package dev.tailback.web.loops;

/** What is done when the program cannot continue. */
@FunctionalInterface
interface LastResort {

    void end(String loop, VirtualMachineError failure);
}
