package io.connreg.core;

import io.connreg.OperationEvent;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** An {@link OperationEvent} in a flight recording. Loaded only where the runtime has {@code jdk.jfr}. */
@Name("io.connreg.Operation")
@Label("Registry Operation")
@Category("Connection Registry")
@Description("An operation of a connection registry, with its outcome; no value of a secret or a config")
@StackTrace(false)
@SuppressWarnings("UnusedVariable") // the recorder reads them
final class FlightEvent extends Event implements FlightRecording {
    @Label("Operation")
    private String operation = "";

    @Label("User")
    private @Nullable String user;

    @Label("Administrator")
    @Description("Whether the user administers the workspace, or all of them if there is none here")
    private boolean administrator;

    @Label("Request")
    private @Nullable String request;

    @Label("Workspace")
    private @Nullable String workspace;

    @Label("Connection")
    @Description("Its id, or what was asked for")
    private @Nullable String connection;

    @Label("Connection Name")
    private @Nullable String connectionName;

    @Label("Secret Names")
    @Description("What the secrets are called that were handed out")
    private @Nullable String secretNames;

    @Label("Key")
    private @Nullable String key;

    @Label("Rows")
    private long rows;

    @Label("Failure")
    @Description("Its code; none if the operation succeeded")
    private @Nullable String failure;

    @Label("Hidden")
    @Description("Whether it was not found because the user may not see it")
    private boolean hidden;

    /** Null if nobody records. */
    static @Nullable FlightRecording begun() {
        FlightEvent event = new FlightEvent();
        if (!event.isEnabled()) {
            return null;
        }
        event.begin();
        return event;
    }

    @Override
    public void commit(OperationEvent event) {
        end();
        if (shouldCommit()) {
            operation = event.operation().name();
            user = event.userId();
            administrator = event.administrator();
            request = event.requestId();
            workspace = event.workspaceId();
            connection = event.connectionId();
            connectionName = event.connectionName();
            secretNames = String.join(", ", event.secretNames());
            key = event.key();
            rows = event.rows();
            failure = event.failure();
            hidden = event.hidden();
            commit();
        }
    }
}
