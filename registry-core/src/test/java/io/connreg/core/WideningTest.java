package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.NotPermittedException;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AccessTarget;
import io.connreg.spi.Action;
import io.connreg.spi.ListScope;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An editor who may not read a secret must find no indirect way to it. */
final class WideningTest {
    /** Members may change what they may not open. */
    private static final AccessPolicy EDITORS_DO_NOT_OPEN = new AccessPolicy() {
        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            return AccessPolicy.standard().permits(caller, Action.VIEW, target)
                    ? action != Action.OPEN
                    : AccessPolicy.standard().permits(caller, action, target);
        }

        @Override
        public ListScope listScope(Caller caller) {
            return AccessPolicy.standard().listScope(caller);
        }
    };

    private final Desk desk = new Desk();
    private final ConnectionView target = desk.alice.create(Desk.ordersDb());
    private final ConnectionRegistry registry = Registries.builder()
            .storage(desk.store)
            .masterKey(desk.masterKey)
            .accessPolicy(EDITORS_DO_NOT_OPEN)
            .open();
    private final Connections editor = registry.actingAs(Desk.ALICE);

    static Stream<UnaryOperator<UpdateConnection>> waysToASecret() {
        return Stream.of(
                update -> update.setConfig("host", "evil.example"),
                update -> update.setConfig("port", "3307"),
                update -> update.setConfig("extra", "anything"),
                update -> update.replaceConfigs(
                        Map.of("host", "evil", "port", "1", "database", "d", "type", "mysql", "username", "u")),
                update -> update.resourceMeta(ResourceMeta.instance("i", "n")),
                update -> update.accessibility(Accessibility.PUBLIC),
                update -> update.transferTo("mallory"));
    }

    @ParameterizedTest
    @MethodSource("waysToASecret")
    void whoMayNotOpenMayNotSendASecretElsewhere(UnaryOperator<UpdateConnection> way) {
        assertThatThrownBy(() -> editor.update(way.apply(UpdateConnection.of(target.id()))))
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("password");
        assertThat(desk.alice.get(target.id())).isEqualTo(target);
    }

    @ParameterizedTest
    @MethodSource("waysToASecret")
    void whoSetsEverySecretAnewMay(UnaryOperator<UpdateConnection> way) {
        UpdateConnection update = way.apply(UpdateConnection.of(target.id())).setSecret("password", Secret.of("mine"));

        assertThatCode(() -> editor.update(update)).doesNotThrowAnyException();
    }

    @Test
    void whatSendsNoSecretElsewhereIsFree() {
        editor.update(UpdateConnection.of(target.id())
                .rename("renamed")
                .description("d")
                .setConfig("username", "other")
                .setConfig("host", "db.internal"));
        editor.update(UpdateConnection.of(target.id()).setSecret("password", Secret.of("n3w")));

        assertThat(editor.get(target.id()).configs()).containsEntry("username", "other");
    }
}
