package io.connreg.spi;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;

/**
 * The facts of a stored connection that a store must judge, order or filter by. All ids and names compare by their
 * exact characters, on every store.
 *
 * @param id unique in the store
 * @param workspaceId where it lives
 * @param name unique in the workspace; NFC
 * @param type also one that this version does not know
 * @param accessibility what does not read as public is private
 * @param creator the owner's user id
 * @param createdMicros microseconds since the epoch
 * @param modifiedMicros microseconds since the epoch
 * @param revision what callers see and expect; moved by updates
 * @param rowVersion 1 when inserted, one more with each replacement; what compare-and-set compares
 */
public record ConnectionHead(
        String id,
        String workspaceId,
        String name,
        ConnectionType type,
        Accessibility accessibility,
        String creator,
        long createdMicros,
        long modifiedMicros,
        long revision,
        long rowVersion) {}
