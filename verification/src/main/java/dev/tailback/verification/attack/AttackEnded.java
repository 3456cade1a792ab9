package dev.tailback.verification.attack;

/** Somebody ended the attack before its end. */
final class AttackEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
