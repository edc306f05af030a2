package io.connreg.benchmarks;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionType;
import io.connreg.CreateConnection;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.Secret;
import io.connreg.spec.CustomSpec;

/**
 * Connections as hosts keep them: ten configs, two secrets, about 900 bytes of JSON. Of those with a number, six in ten
 * are public, six in ten of the free type, six in ten offer the usual model, and 19 in 20 are in the main workspace.
 */
final class Samples {
    static final String MAIN = "ws-main";
    static final ConnectionType USUAL_TYPE = ConnectionType.CUSTOM;
    static final ConnectionType RARE_TYPE = new ConnectionType("Mainframe");
    static final String USUAL_MODEL = "model-usual";
    static final String RARE_MODEL = "model-rare";
    /** Part of the name of one in 10,000. */
    static final String RARE_NAME = "needle";

    private static final ConnectionType OTHER_TYPE = new ConnectionType("Warehouse");
    private static final int RARE = 10_000;
    private static final int SIDE_WORKSPACES = 10;

    private Samples() {}

    /** Who may create anywhere. */
    static Caller administrator() {
        return Caller.user("admin").administratorOfAll();
    }

    static String sideWorkspace(int number) {
        return "ws-side-" + number % SIDE_WORKSPACES;
    }

    /** The owner of one in a hundred. */
    static String creator(int number) {
        return "user-" + number % 100;
    }

    static CreateConnection withTwoSecrets(String name) {
        return CreateConnection.of(
                        name, spec(USUAL_TYPE).secret("token", Secret.of("t0ken-of-32-characters-more-or-l")))
                .inWorkspace(MAIN)
                .description("Orders of the shop, read by the nightly report");
    }

    static CreateConnection withOneSecret(String name) {
        return CreateConnection.of(name, spec(USUAL_TYPE)).inWorkspace(MAIN);
    }

    static CreateConnection numbered(int number) {
        boolean rare = number % RARE == RARE / 2;
        String name = (rare ? RARE_NAME : "connection") + "-" + number;
        ConnectionType type = rare ? RARE_TYPE : mostly(number / 10) ? USUAL_TYPE : OTHER_TYPE;
        CreateConnection request = CreateConnection.of(
                        name, spec(type).secret("token", Secret.of("t0ken-of-32-characters-more-or-l")))
                .inWorkspace(number / 100 % 20 == 7 ? sideWorkspace(number) : MAIN)
                .accessibility(mostly(number) ? Accessibility.PUBLIC : Accessibility.PRIVATE)
                .description("Orders of the shop, read by the nightly report");
        String model = rare ? RARE_MODEL : USUAL_MODEL;
        return rare || mostly(number / 100) ? request.models(ModelInfo.of(model, ModelType.LLM)) : request;
    }

    /** Six in ten. */
    private static boolean mostly(int number) {
        return number % 10 < 6;
    }

    private static CustomSpec spec(ConnectionType type) {
        return CustomSpec.ofType(type)
                .config("host", "db-7.internal.example.com")
                .config("port", "5432")
                .config("database", "orders")
                .config("username", "report")
                .config("schema", "public")
                .config("region", "eu-central-1")
                .config("ssl", "true")
                .config("timeout", "30")
                .config("pool", "10")
                .config("application", "nightly-report")
                .secret("password", Secret.of("correct horse battery staple, 40 letters"));
    }
}
