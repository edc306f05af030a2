package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Accessibility;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionView;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.NameTakenException;
import io.connreg.OpenedConnection;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.RevisionMismatchException;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UpdateTest {
    private final Desk desk = new Desk();
    private final ConnectionView before = desk.admin.create(Desk.ordersDb()
            .description("the orders")
            .models(ModelInfo.of("m", ModelType.LLM))
            .resourceMeta(ResourceMeta.instance("i", "n")));

    /** One act, and the only component of the view that it may change besides time and revision. */
    record SingleAct(String component, Function<UpdateConnection, UpdateConnection> act) {}

    static Stream<SingleAct> singleActs() {
        return Stream.of(
                new SingleAct("name", update -> update.rename("renamed")),
                new SingleAct("accessibility", update -> update.accessibility(Accessibility.PUBLIC)),
                new SingleAct("description", update -> update.description("")),
                new SingleAct("configs", update -> update.setConfig("host", "db2.internal")),
                new SingleAct("configs", update -> update.setConfig("extra", "1")),
                new SingleAct(
                        "configs",
                        update -> update.replaceConfigs(
                                Map.of("host", "h", "port", "1", "database", "d", "type", "mysql", "username", "u"))),
                new SingleAct("models", update -> update.models()),
                new SingleAct("resourceMeta", update -> update.resourceMeta(ResourceMeta.NONE)),
                new SingleAct("creator", update -> update.transferTo("bob")));
    }

    @ParameterizedTest
    @MethodSource("singleActs")
    void anUpdateOfOneThingLeavesAllElseAsItWas(SingleAct single) throws Exception {
        ConnectionView after = desk.admin.update(single.act().apply(UpdateConnection.of(before.id())));

        for (var component : ConnectionView.class.getRecordComponents()) {
            Object old = component.getAccessor().invoke(before);
            Object now = component.getAccessor().invoke(after);
            switch (component.getName()) {
                case "revision" -> assertThat(now).isEqualTo(2L);
                case "modifiedAt" -> assertThat(after.modifiedAt()).isAfterOrEqualTo(before.modifiedAt());
                default -> {
                    if (component.getName().equals(single.component())) {
                        assertThat(now).as(component.getName()).isNotEqualTo(old);
                    } else {
                        assertThat(now).as(component.getName()).isEqualTo(old);
                    }
                }
            }
        }
        assertThat(desk.admin.get(before.id())).isEqualTo(after);
        try (OpenedConnection opened = desk.admin.open(before.id())) {
            assertThat(opened.spec().secrets()).isEqualTo(Map.of("password", Secret.of("s3cret")));
        }
    }

    @Test
    void secretsAreSetClearedAndKept() {
        desk.admin.update(UpdateConnection.of(before.id())
                .setSecret("password", Secret.of("n3w"))
                .setSecret("extra", Secret.of("more")));
        desk.admin.update(UpdateConnection.of(before.id()).clearSecret("extra").clearSecret("absent"));

        try (OpenedConnection opened = desk.admin.open(before.id())) {
            assertThat(opened.spec().secrets()).isEqualTo(Map.of("password", Secret.of("n3w")));
        }
    }

    @Test
    void anExpectedRevisionThatIsGoneChangesNothing() {
        desk.admin.update(UpdateConnection.of(before.id()).ifRevision(1).description("second"));

        assertThatThrownBy(() -> desk.admin.update(
                        UpdateConnection.of(before.id()).ifRevision(1).description("third")))
                .isInstanceOf(RevisionMismatchException.class)
                .hasMessageContaining("revision 2")
                .hasMessageContaining("expected was 1");
        assertThatThrownBy(() -> desk.admin.delete(before.id(), 1)).isInstanceOf(RevisionMismatchException.class);
        assertThat(desk.admin.get(before.id()).description()).isEqualTo("second");
    }

    @Test
    void aDeletedConnectionIsGoneAtOnceAndItsNameIsFree() {
        desk.admin.get(before.id());

        desk.admin.delete(before.id(), 1);

        assertThatThrownBy(() -> desk.admin.get(before.id())).isInstanceOf(ConnectionNotFoundException.class);
        assertThatThrownBy(() -> desk.admin.delete(before.id())).isInstanceOf(ConnectionNotFoundException.class);
        assertThat(desk.admin.create(Desk.ordersDb()).id()).isNotEqualTo(before.id());
    }

    @Test
    void aTakenNameChangesNothing() {
        desk.admin.create(CreateConnection.of("other", CustomSpec.empty()));

        assertThatThrownBy(() -> desk.admin.update(
                        UpdateConnection.of(before.id()).rename("other").description("x")))
                .isInstanceOf(NameTakenException.class);
        assertThat(desk.admin.get(before.id())).isEqualTo(before);
    }

    @Test
    void allProblemsOfAnUpdateAreToldAtOnceAndNothingIsWritten() {
        assertThatThrownBy(() -> desk.admin.update(UpdateConnection.of(before.id())
                        .removeConfig("host")
                        .setConfig("port", "0")
                        .clearSecret("password")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::path)
                                .containsExactly("configs.host", "configs.port", "secrets.password"));
        assertThat(desk.admin.get(before.id())).isEqualTo(before);
    }

    @Test
    void ofManyWritersWhoExpectARevisionOneWins() throws Exception {
        List<Boolean> won = Racers.race(8, racer -> {
            try {
                desk.admin.update(UpdateConnection.of(before.id()).ifRevision(1).description("racer " + racer));
                return true;
            } catch (RevisionMismatchException lost) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(desk.admin.get(before.id()).revision()).isEqualTo(2);
    }

    @Test
    void writersWhoExpectNothingAllGetTheirActsIn() throws Exception {
        Racers.race(
                8,
                racer -> desk.admin.update(UpdateConnection.of(before.id())
                        .setConfig("racer-" + racer, "was here")
                        .setSecret("secret-" + racer, Secret.of("s" + racer))));

        ConnectionView after = desk.admin.get(before.id());
        assertThat(after.revision()).isEqualTo(9);
        assertThat(after.configs()).containsKeys("racer-0", "racer-7");
        try (OpenedConnection opened = desk.admin.open(before.id())) {
            assertThat(opened.spec().secrets()).hasSize(9).containsEntry("secret-3", Secret.of("s3"));
        }
    }
}
