package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionType;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.ValidationResult;
import io.connreg.internal.Shown;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.Action;
import io.connreg.spi.ConnectionHead;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** shape ► find ► access ► revision ► row checks ► unseal in memory ► probe. Nothing is stored. */
final class ValidateOperation {
    private final Engine engine;

    ValidateOperation(Engine engine) {
        this.engine = engine;
    }

    /** A stored connection, as this update would leave it. */
    ValidationResult run(Trail trail, UpdateConnection proposed) {
        String attempt = "validate connection " + Shown.of(proposed.id());
        UpdateRules.checkShape(proposed, attempt);
        ConnectionChange change = ProposedChange.judged(engine, trail, proposed, List.of(Action.VALIDATE), attempt);
        SealedConnection before = change.before();
        ConnectionHead head = before.head();
        return engine.probes()
                .test(
                        head.type(),
                        change.configsAfter(),
                        secrets -> {
                            copy(proposed.secretsToSet(), secrets);
                            secrets.putAll(engine.sealer().open(change.kept(), before.binding(), attempt));
                        },
                        Shown.of(head.type().value()) + " '" + Shown.of(head.name()) + "'",
                        attempt);
    }

    /** A connection that is not stored. */
    ValidationResult run(Caller caller, Optional<String> workspace, ConnectionSpec spec) {
        ConnectionType type = spec.connectionType();
        String unsaved = "unsaved " + Shown.of(type.value());
        String attempt = "validate an " + unsaved;
        Problems problems = new Problems();
        RequestRules rules = new RequestRules(problems);
        String workspaceId = rules.workspace(caller, workspace);
        rules.spec(spec);
        problems.throwIfAny(attempt);
        engine.gate().require(caller, Action.VALIDATE, workspaceId);
        return engine.probes()
                .test(type, spec.configs(), secrets -> copy(spec.secrets(), secrets), "this " + unsaved, attempt);
    }

    /** The caller's own are never wiped, and never in a probe's hands. */
    private static void copy(Map<String, Secret> callers, Map<String, Secret> secrets) {
        callers.forEach((name, secret) -> secrets.put(name, SecretPadding.copy(secret)));
    }
}
