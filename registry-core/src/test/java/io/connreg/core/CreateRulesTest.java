package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Caller;
import io.connreg.ConnectionType;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import io.connreg.spec.CustomSpec;
import org.junit.jupiter.api.Test;

final class CreateRulesTest {
    private static final String LONG = "x".repeat(Limits.ID + 1);

    private final Desk desk = new Desk();

    private static void assertRefused(Connections connections, CreateConnection request, String path) {
        assertThatThrownBy(() -> connections.create(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::path)
                                .containsExactly(path));
    }

    @Test
    void idsAndTypesKeepToTheirLimits() {
        CreateConnection any = CreateConnection.of("c", CustomSpec.empty());

        assertRefused(desk.alice, any.inWorkspace(LONG), "workspaceId");
        assertRefused(desk.alice, any.inWorkspace("a\nb"), "workspaceId");
        assertRefused(desk.registry.actingAs(Caller.user(LONG).memberOf("ws-1")), any, "creator");
        assertRefused(desk.alice, CreateConnection.of("c", CustomSpec.ofType(new ConnectionType(LONG))), "type");
    }

    @Test
    void whatIsJustLongEnoughIsTaken() {
        String longest = LONG.substring(1);
        Connections connections = desk.registry.actingAs(Caller.user(longest).memberOf(longest));

        assertThat(connections
                        .create(CreateConnection.of(longest, CustomSpec.ofType(new ConnectionType(longest))))
                        .workspaceId())
                .isEqualTo(longest);
    }
}
