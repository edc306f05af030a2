package io.connreg;

import java.time.Instant;

/**
 * What there is to know of a data key.
 *
 * @param id as it stands in front of each secret sealed with it
 * @param state where it is in its life
 * @param createdAt to the second
 * @param since when it came into its state, to the second
 * @param secrets how many stored secrets are sealed with it
 */
public record KeyStatus(KeyId id, KeyState state, Instant createdAt, Instant since, long secrets) {}
