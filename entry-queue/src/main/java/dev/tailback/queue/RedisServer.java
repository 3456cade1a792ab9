package dev.tailback.queue;

/**
 * What a Redis tells of itself to the queue's user. How often it syncs its file (appendfsync) it tells only
 * administrators.
 *
 * @param version such as {@code 7.2.5}; empty if it does not say
 * @param appends whether it writes what it is told into a file (appendonly), and so keeps it through a restart
 * @param savesWell whether its last writes to the disk worked
 * @param whenFull its maxmemory-policy; empty if it does not say
 */
public record RedisServer(String version, boolean appends, boolean savesWell, String whenFull) {}
