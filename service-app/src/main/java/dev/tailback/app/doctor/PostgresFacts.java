package dev.tailback.app.doctor;

/**
 * What PostgreSQL says of itself and of our user.
 *
 * @param fsync {@code off}: a loss of power loses what was acknowledged, or the whole database
 * @param synchronousCommit {@code off}: the same for the last moments
 * @param fullPageWrites {@code off}: the same for pages that were half written
 * @param isOwner whether our user owns the tables, and so may rewrite histories
 */
record PostgresFacts(
        String version,
        String fsync,
        String synchronousCommit,
        String fullPageWrites,
        boolean isSuperuser,
        boolean isOwner) {}
