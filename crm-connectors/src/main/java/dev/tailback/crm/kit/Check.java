package dev.tailback.crm.kit;

/**
 * One thing that must hold.
 *
 * @param name what must hold, without a full stop
 */
record Check(String name, Trial trial) {

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
