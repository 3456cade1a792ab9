package dev.tailback.app.operator.alerts;

/** A way to tell people. Every wait in it has a limit. */
interface Channel {

    ChannelKind kind();

    /** Whether it is configured. */
    boolean isOpen();

    /** @throws NotDelivered when the receiver did not take it, or nobody knows whether it did */
    void send(Message message) throws NotDelivered;
}
