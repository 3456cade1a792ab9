package dev.tailback.app.administration;

/**
 * A password that a program thought of, shown once to the admin who asked.
 *
 * @param shown to the admin, and to nobody after that
 * @param kept as the table keeps it
 */
record OneTimePassword(String shown, String kept) {

    @Override
    public String toString() {
        return "OneTimePassword[***]";
    }
}
