package dev.tailback.localorg.rest;

/** Answers the calls of one address. */
@FunctionalInterface
interface Resource {
    Reply reply(Call call);
}
