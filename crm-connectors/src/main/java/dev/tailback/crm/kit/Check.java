package dev.tailback.crm.kit;

/**
 * One thing that must hold.
 *
 * @param name what must hold, without a full stop
 * @param waits whether the kit waits when the CRM says so; not where that is what the check is about
 */
record Check(String name, Trial trial, boolean waits) {

    Check(String name, Trial trial) {
        this(name, trial, true);
    }

    static Check impatient(String name, Trial trial) {
        return new Check(name, trial, false);
    }

    Subject of(Subject subject) {
        return waits
                ? subject.withConnector(
                        () -> new PatientConnector(subject.connector().get()))
                : subject;
    }

    @FunctionalInterface
    interface Trial {
        /**
         * Returns where it held.
         *
         * @throws NotHeld where it did not
         * @throws NotTried where it cannot be tried
         */
        void on(Play play);
    }
}
