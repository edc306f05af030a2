package io.connreg.spi;

import org.jspecify.annotations.Nullable;

/**
 * What an action is aimed at.
 *
 * @param workspaceId the workspace
 * @param connection the stored connection; null when it is about to be created
 */
public record AccessTarget(String workspaceId, @Nullable ConnectionHead connection) {

    /** A workspace, to create a connection in. */
    public static AccessTarget workspace(String id) {
        return new AccessTarget(id, null);
    }

    /** A stored connection. */
    public static AccessTarget connection(ConnectionHead head) {
        return new AccessTarget(head.workspaceId(), head);
    }
}
