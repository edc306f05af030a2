package io.connreg.spi;

import org.jspecify.annotations.Nullable;

/**
 * What an action is aimed at.
 *
 * @param workspaceId the workspace
 * @param connection the stored connection; null for one that is not stored
 */
public record AccessTarget(String workspaceId, @Nullable ConnectionHead connection) {

    /** A workspace, to create a connection in, or to test one that is not stored. */
    public static AccessTarget workspace(String id) {
        return new AccessTarget(id, null);
    }

    /** A stored connection. */
    public static AccessTarget connection(ConnectionHead head) {
        return new AccessTarget(head.workspaceId(), head);
    }
}
