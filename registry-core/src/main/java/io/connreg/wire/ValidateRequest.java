package io.connreg.wire;

import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import io.connreg.Secret;
import io.connreg.ValidationResult;
import io.connreg.spec.ConnectionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a ValidateConnection call asks for: to test a stored connection, as it is or with other configs and secrets put
 * over it, or one that is not stored.
 *
 * @param id the stored connection; empty for one that is not stored
 * @param type the type; empty only if there is an id
 * @param configs all there are, or those put over the stored ones
 * @param secrets all there are, or those put over the stored ones
 */
record ValidateRequest(
        String workspaceId,
        Optional<String> id,
        Optional<ConnectionType> type,
        Map<String, String> configs,
        Map<String, Secret> secrets) {

    ValidationResult carryOut(Connections connections) {
        return id.map(stored -> validateStored(connections, stored))
                .orElseGet(() ->
                        connections.validate(workspaceId, ConnectionSpec.of(type.orElseThrow(), configs, secrets)));
    }

    private ValidationResult validateStored(Connections connections, String stored) {
        mustBeOf(connections.get(stored));
        return configs.isEmpty() && secrets.isEmpty()
                ? connections.validate(stored)
                : connections.validate(UpdateReader.setting(stored, configs, secrets));
    }

    private void mustBeOf(ConnectionView view) {
        List<Problem> problems = new ArrayList<>();
        if (!view.workspaceId().equals(workspaceId)) {
            problems.add(new Problem("WorkspaceId", Problem.MALFORMED, "is not the workspace of the connection"));
        }
        if (type.isPresent() && !type.get().equals(view.type())) {
            problems.add(new Problem("ConnectionType", Problem.MALFORMED, "is not the type of the connection"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidRequestException("validate connection " + view.id(), problems);
        }
    }
}
