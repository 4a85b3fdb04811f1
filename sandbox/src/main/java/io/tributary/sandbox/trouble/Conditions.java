package io.tributary.sandbox.trouble;

/**
 * What goes wrong, and how fast time passes. Shared by all parts.
 *
 * @param clock the sandbox's time
 * @param faults what tests injected
 * @param trouble the profile of everyday trouble; quiet unless it was asked for
 */
public record Conditions(SandboxClock clock, Faults faults, Trouble trouble) {}
