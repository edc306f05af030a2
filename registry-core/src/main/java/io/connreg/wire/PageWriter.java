package io.connreg.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionPage;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.KeyUnavailableException;
import io.connreg.NotPermittedException;
import io.connreg.OpenedConnection;
import io.connreg.SecretUnreadableException;
import io.connreg.UnreadableConnectionException;
import io.connreg.internal.StrictJson;

/** The answer to a ListConnections call. */
final class PageWriter {
    private final Connections connections;
    private boolean hasKeys = true;

    private PageWriter(Connections connections) {
        this.connections = connections;
    }

    static ObjectNode answer(Connections connections, ListReader.Request request) {
        ConnectionPage page = connections.list(request.list());
        PageWriter writer = new PageWriter(connections);
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        var rows = json.putArray("Connections");
        page.connections().forEach(view -> rows.add(writer.row(view, request.option())));
        json.put("MaxResults", request.list().pageSize());
        page.nextToken().ifPresent(token -> json.put("NextToken", token));
        page.total().ifPresent(total -> json.put("TotalCount", total));
        return json;
    }

    private ObjectNode row(ConnectionView view, EncryptOption option) {
        return option == EncryptOption.PLAIN_TEXT
                        && hasKeys
                        && !view.secretNames().isEmpty()
                ? inTheClearIfItOpens(view)
                : ConnectionWriter.withReferences(view);
    }

    /** A row that does not open must not spoil the page; its references say that it did not. */
    private ObjectNode inTheClearIfItOpens(ConnectionView view) {
        try (OpenedConnection opened = connections.open(view.id())) {
            return ConnectionWriter.inTheClear(opened);
        } catch (KeyUnavailableException e) {
            hasKeys = false; // a key service that is down is not asked once a row
            return ConnectionWriter.withReferences(view);
        } catch (NotPermittedException
                | ConnectionNotFoundException
                | SecretUnreadableException
                | UnreadableConnectionException e) {
            return ConnectionWriter.withReferences(view);
        }
    }
}
