package io.connreg.wire;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that is a second on whenever it is looked at, and a little before the full second. */
final class SecondsClock extends Clock {
    private Instant now = Instant.parse("2025-03-07T07:54:55.999999Z");

    @Override
    public synchronized Instant instant() {
        now = now.plusSeconds(1);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
