package dev.tailback.app.operator.alerts;

/** How people are told. */
enum ChannelKind {
    WEBHOOK,
    MAIL
}
