package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.NotPermittedException;
import io.connreg.OpenedConnection;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AccessTarget;
import io.connreg.spi.Action;
import io.connreg.spi.ListScope;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may not read a secret must find no indirect way to it: by no change, and by no test of a change. */
final class WideningTest {
    private final Desk desk = new Desk();

    /** A host's own rule: who sees a connection may do all to it but open it. */
    private static final class EditorsDoNotOpen implements AccessPolicy {
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
    }

    /** One who sees a connection of alice's and may not open it. */
    private enum Reader {
        EDITOR_OF_A_PRIVATE_ONE(new EditorsDoNotOpen(), Desk.ALICE, Accessibility.PRIVATE),
        MEMBER_UNDER_THE_STRICT_POLICY(AccessPolicy.strict(), Desk.BOB, Accessibility.PUBLIC);

        @SuppressWarnings("ImmutableEnumChecker") // policies have no state
        private final AccessPolicy policy;

        @SuppressWarnings("ImmutableEnumChecker") // it is immutable
        private final Caller caller;

        private final Accessibility accessibility;

        Reader(AccessPolicy policy, Caller caller, Accessibility accessibility) {
            this.policy = policy;
            this.caller = caller;
            this.accessibility = accessibility;
        }
    }

    private enum Door {
        UPDATE,
        VALIDATE;

        void use(Connections connections, UpdateConnection request) {
            if (this == UPDATE) {
                connections.update(request);
            } else {
                connections.validate(request);
            }
        }
    }

    private static final Named<UnaryOperator<UpdateConnection>> PUBLISHING =
            way("publishing", update -> update.accessibility(Accessibility.PUBLIC));

    private static final List<Named<UnaryOperator<UpdateConnection>>> WAYS = List.of(
            way("another host", update -> update.setConfig("host", "evil.example")),
            way("another port", update -> update.setConfig("port", "3307")),
            way("another type of database", update -> update.setConfig("type", "evil")),
            way("another database", update -> update.setConfig("database", "evil")),
            way("a new extra key", update -> update.setConfig("proxy", "evil.example")),
            way("another value of an extra key", update -> update.setConfig("options", "plain")),
            way("no extra key", update -> update.removeConfig("options")),
            way(
                    "all configs replaced",
                    update -> update.replaceConfigs(
                            Map.of("host", "evil", "port", "1", "database", "d", "type", "mysql", "username", "u"))),
            way("another cloud resource", update -> update.resourceMeta(ResourceMeta.instance("i-2", "evil"))),
            way("no cloud resource", update -> update.resourceMeta(ResourceMeta.NONE)),
            way("another owner", update -> update.transferTo("mallory")));

    private static Named<UnaryOperator<UpdateConnection>> way(String name, UnaryOperator<UpdateConnection> way) {
        return named(name, way);
    }

    static Stream<Arguments> ways() {
        return Stream.concat(
                Stream.of(
                        Arguments.of(Reader.EDITOR_OF_A_PRIVATE_ONE, Door.UPDATE, PUBLISHING),
                        Arguments.of(Reader.EDITOR_OF_A_PRIVATE_ONE, Door.VALIDATE, PUBLISHING)),
                WAYS.stream()
                        .flatMap(way -> Stream.of(
                                Arguments.of(Reader.EDITOR_OF_A_PRIVATE_ONE, Door.UPDATE, way),
                                Arguments.of(Reader.EDITOR_OF_A_PRIVATE_ONE, Door.VALIDATE, way),
                                Arguments.of(Reader.MEMBER_UNDER_THE_STRICT_POLICY, Door.VALIDATE, way))));
    }

    private ConnectionView targetOf(Reader reader) {
        return desk.alice.create(CreateConnection.of(
                        "orders", Desk.orders().config("options", "tls").secret("other", Secret.of("s3cret too")))
                .resourceMeta(ResourceMeta.instance("i-1", "orders"))
                .accessibility(reader.accessibility));
    }

    private Connections as(Reader reader) {
        return desk.open(reader.policy).actingAs(reader.caller);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoMayNotOpenMayNotSendASecretElsewhere(Reader reader, Door door, UnaryOperator<UpdateConnection> way) {
        ConnectionView target = targetOf(reader);
        UpdateConnection update = way.apply(UpdateConnection.of(target.id()));

        assertRefused(reader, door, update, target, "[other, password]");
        UpdateConnection halfSet = update.setSecret("password", Secret.of("mine"));
        assertRefused(reader, door, halfSet, target, "[other]");
        assertThat(desk.probe.given).isEmpty();
        assertThat(desk.alice.get(target.id())).isEqualTo(target);
    }

    private void assertRefused(
            Reader reader, Door door, UpdateConnection update, ConnectionView target, String secretsToSet) {
        assertThatThrownBy(() -> door.use(as(reader), update))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("user '" + reader.caller.userId() + "' has not the right to OPEN connection " + target.id()
                        + ", which this update takes as it would send or show its secrets elsewhere; set or clear these"
                        + " in the same update: " + secretsToSet);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoSetsOrClearsEverySecretMay(Reader reader, Door door, UnaryOperator<UpdateConnection> way) {
        UpdateConnection update = way.apply(UpdateConnection.of(targetOf(reader).id()))
                .setSecret("password", Secret.of("mine"))
                .clearSecret("other");
        door.use(as(reader), update);

        assertThat(secretsAfter(door, update.id())).isEqualTo(Map.of("password", "mine"));
    }

    private Map<String, String> secretsAfter(Door door, String id) {
        if (door == Door.VALIDATE) {
            return desk.probe.only().secrets();
        }
        try (OpenedConnection opened = desk.admin.open(id)) {
            return opened.spec().secrets().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, secret -> secret.getValue().reveal()));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whoMayOpenMay(Reader reader, Door door, UnaryOperator<UpdateConnection> way) {
        UpdateConnection update = way.apply(UpdateConnection.of(targetOf(reader).id()));

        assertThatCode(() -> door.use(desk.admin, update)).doesNotThrowAnyException();
    }

    @Test
    void underTheStrictPolicyAMemberChangesNothingAtAll() {
        Reader reader = Reader.MEMBER_UNDER_THE_STRICT_POLICY;
        String id = targetOf(reader).id();

        WAYS.forEach(way -> assertThatThrownBy(() -> as(reader)
                        .update(way.getPayload()
                                .apply(UpdateConnection.of(id))
                                .setSecret("password", Secret.of("mine"))
                                .clearSecret("other")))
                .as(way.getName())
                .isInstanceOf(NotPermittedException.class)
                .hasMessageContaining("UPDATE"));
    }

    @Test
    void whatSendsNoSecretElsewhereIsFree() {
        assertHarmless(Reader.EDITOR_OF_A_PRIVATE_ONE, Door.VALIDATE);
        assertHarmless(Reader.EDITOR_OF_A_PRIVATE_ONE, Door.UPDATE);
        assertHarmless(Reader.MEMBER_UNDER_THE_STRICT_POLICY, Door.VALIDATE);
    }

    private void assertHarmless(Reader reader, Door door) {
        String id = targetOf(reader).id();
        UpdateConnection harmless = UpdateConnection.of(id)
                .rename("renamed")
                .description("d")
                .setConfig("username", "other")
                .setConfig("host", "db.internal")
                .resourceMeta(ResourceMeta.instance("i-1", "orders"))
                .accessibility(reader.accessibility)
                .transferTo("alice");
        assertThatCode(() -> door.use(as(reader), harmless)).doesNotThrowAnyException();
        desk.alice.delete(id);
    }
}
