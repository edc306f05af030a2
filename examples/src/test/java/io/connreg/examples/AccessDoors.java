package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionPage;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.NotPermittedException;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import io.connreg.wire.WireAnswer;
import io.connreg.wire.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every door that leads to an operation of the access matrix. */
final class AccessDoors {
    static final String WORKSPACE = "ws-1";
    private static final WireJson WIRE = WireJson.strict();
    private static final ListConnections ALL = ListConnections.inAllWorkspaces();

    /** By the matrix's name of the operation. */
    static final Map<String, List<Door>> BY_OPERATION = Map.of(
            "create",
            List.of(
                    java(
                            "create",
                            at -> at.own()
                                    .create(CreateConnection.of("new", CustomSpec.empty())
                                            .inWorkspace(WORKSPACE))),
                    wire(
                            "POST",
                            at -> WIRE.createConnection(
                                    at.own(),
                                    json("{'ConnectionName':'new','ConnectionType':'CustomConnection','Configs':{},"
                                            + "'WorkspaceId':'ws-1'}")))),
            "validate unsaved",
            List.of(
                    java("validate", at -> at.own().validate(WORKSPACE, CustomSpec.empty())),
                    wire(
                            "POST validate",
                            at -> WIRE.validateConnection(
                                    at.own(), json("{'WorkspaceId':'ws-1','ConnectionType':'CustomConnection'}")))),
            "get by id or name",
            List.of(
                    java("get", at -> at.own().get(at.target().id())),
                    java(
                            "getByName",
                            at -> at.own().getByName(WORKSPACE, at.target().name())),
                    wire("GET", at -> WIRE.getConnection(at.own(), at.target().id(), null))),
            "list",
            List.of(
                    list("list", at -> at.own().list(ALL).connections()),
                    list(
                            "list by id",
                            at -> at.own()
                                    .list(ALL.ids(at.target().id(), at.other().id()))
                                    .connections()),
                    list(
                            "list by name",
                            at -> at.own()
                                    .list(ALL.nameContains(at.target().name()))
                                    .connections()),
                    list(
                            "list in the workspace",
                            at -> at.own()
                                    .list(ListConnections.inWorkspace(WORKSPACE))
                                    .connections()),
                    list("list page by page", at -> pageByPage(at.own())),
                    list("stream", at -> at.own().stream(ALL).toList()),
                    wireList("WorkspaceId=ws-1&MaxResults=1000"),
                    wireList("ConnectionName=target&EncryptOption=PlainText")),
            "open",
            List.of(
                    java("open", AccessDoors::open),
                    wire(
                            "GET in the clear",
                            at -> WIRE.getConnection(at.own(), at.target().id(), "EncryptOption=PlainText"))),
            "validate saved",
            List.of(
                    java("validate", at -> at.own().validate(at.target().id())),
                    java(
                            "validate an update",
                            at -> at.own()
                                    .validate(UpdateConnection.of(at.target().id())
                                            .description("new"))),
                    wire(
                            "POST validate",
                            at -> WIRE.validateConnection(
                                    at.own(),
                                    json("{'WorkspaceId':'ws-1','ConnectionId':'"
                                            + at.target().id() + "'}")))),
            "update, rename, delete",
            List.of(
                    java(
                            "update",
                            at -> at.own()
                                    .update(UpdateConnection.of(at.target().id())
                                            .description("new"))),
                    java(
                            "rename",
                            at -> at.own()
                                    .update(UpdateConnection.of(at.target().id())
                                            .rename("renamed"))),
                    java("delete", at -> at.own().delete(at.target().id())),
                    java("delete a revision", at -> at.own().delete(at.target().id(), 1)),
                    wire(
                            "PUT",
                            at -> WIRE.updateConnection(at.own(), at.target().id(), json("{'Description':'new'}"))),
                    wire(
                            "DELETE",
                            at -> WIRE.deleteConnection(at.own(), at.target().id()))),
            "destination, publish",
            List.of(
                    java(
                            "destination",
                            at -> at.own()
                                    .update(UpdateConnection.of(at.target().id())
                                            .setConfig("host", "elsewhere"))),
                    java(
                            "publish",
                            at -> at.own()
                                    .update(UpdateConnection.of(at.target().id())
                                            .accessibility(Accessibility.PUBLIC))),
                    wire(
                            "PUT",
                            at -> WIRE.updateConnection(
                                    at.own(), at.target().id(), json("{'Configs':{'host':'elsewhere'}}")))),
            "transfer of ownership",
            List.of(java(
                    "transfer",
                    at -> at.own().update(UpdateConnection.of(at.target().id()).transferTo("carol")))));

    private AccessDoors() {}

    static List<Door> of(String operation) {
        return Objects.requireNonNull(BY_OPERATION.get(operation), operation);
    }

    /**
     * Who stands before a door, and what is behind it.
     *
     * @param own the operations of the caller in question
     * @param target the connection in question
     * @param other a public one in the same workspace, whose name holds the target's
     */
    record Scene(Connections own, ConnectionView target, ConnectionView other) {}

    /** A way to use an operation; answers in the matrix's signs. */
    record Door(String name, Function<Scene, String> use) {}

    private static Door java(String name, Consumer<Scene> operation) {
        return new Door(name, at -> {
            try {
                operation.accept(at);
                return "✓";
            } catch (ConnectionNotFoundException e) {
                return "N";
            } catch (NotPermittedException e) {
                return "F";
            }
        });
    }

    private static Door wire(String name, Function<Scene, WireAnswer> operation) {
        return new Door("wire " + name, at -> sign(operation.apply(at)));
    }

    private static String sign(WireAnswer answer) {
        return switch (answer.status()) {
            case 200 -> "✓";
            case 403 -> "F";
            case 404 -> "N";
            default -> throw new AssertionError(text(answer));
        };
    }

    private static Door list(String name, Function<Scene, List<ConnectionView>> operation) {
        return new Door(name, at -> listed(operation.apply(at).toString(), at));
    }

    private static Door wireList(String query) {
        return new Door("wire GET ?" + query, at -> {
            WireAnswer answer = WIRE.listConnections(at.own(), query);
            sign(answer);
            return listed(text(answer), at);
        });
    }

    private static String listed(String answer, Scene at) {
        return answer.contains(at.target().id())
                ? "✓"
                : answer.contains(at.other().id()) ? "left out" : "empty";
    }

    private static List<ConnectionView> pageByPage(Connections own) {
        List<ConnectionView> all = new ArrayList<>();
        Optional<String> token;
        ListConnections next = ALL.pageSize(1);
        do {
            ConnectionPage page = own.list(next);
            all.addAll(page.connections());
            token = page.nextToken();
            next = token.map(next::after).orElse(next);
        } while (token.isPresent());
        return all;
    }

    private static void open(Scene at) {
        try (OpenedConnection opened = at.own().open(at.target().id())) {
            assertThat(opened.spec().secrets()).containsEntry("token", Secret.of("t"));
        }
    }

    private static String text(WireAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
