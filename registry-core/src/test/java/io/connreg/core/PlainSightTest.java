package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret among the plain settings is refused, with the way to do it right, and is not repeated. */
final class PlainSightTest {
    private final Desk desk = new Desk();

    private static void assertRefused(Runnable operation, String path) {
        assertThatThrownBy(operation::run).isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
            assertThat(refused.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.path()).isEqualTo(path);
                assertThat(problem.code()).isEqualTo(Problem.SECRET_IN_PLAIN_SIGHT);
                assertThat(problem.message()).contains("pass it among the secrets");
            });
            assertThat(refused.getMessage()).doesNotContain("hunter2");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord",
                "passwd",
                "pwd",
                "secret",
                "token",
                "api_key",
                "apikey",
                "API-Key",
                "access_key_secret",
                "AccessKeySecret",
                "private.key",
                "Authorization"
            })
    void aConfigThatIsCalledASecret(String key) {
        assertRefused(
                () -> desk.alice.create(
                        CreateConnection.of("c", CustomSpec.empty().config(key, "hunter2"))),
                "configs." + key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://root:hunter2@db.internal:9200/x",
                "root:hunter2@db.internal",
                "//:hunter2@db.internal",
                "jdbc:mysql://db/orders?user=app&password=hunter2",
                "https://db/x?api_key=hunter2",
                "jdbc:sqlserver://db;databaseName=orders;Password=hunter2",
                "https://db/#access-token&token=hunter2"
            })
    void aSecretWithinAnAddress(String address) {
        assertRefused(
                () -> desk.alice.create(
                        CreateConnection.of("c", CustomSpec.empty().config("endpoint", address))),
                "configs.endpoint");
        String id =
                desk.alice.create(CreateConnection.of("c", CustomSpec.empty())).id();
        assertRefused(
                () -> desk.alice.update(UpdateConnection.of(id).setConfig("endpoint", address)), "configs.endpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"vpcId\":\"vpc-1\",\"password\":\"hunter2\"}",
                "{\"a\":[{\"b\":{\"access_key_secret\":\"hunter2\"}}]}",
                "{\"url\":\"https://root:hunter2@db\"}",
                "not JSON, but https://root:hunter2@db"
            })
    void aSecretWithinTheResourcesExtraText(String extra) {
        assertRefused(
                () -> desk.alice.create(
                        CreateConnection.of("c", CustomSpec.empty()).resourceMeta(ResourceMeta.NONE.extra(extra))),
                "resourceMeta.extra");
    }

    @Test
    void whatOnlyResemblesASecretPasses() {
        desk.alice.create(CreateConnection.of(
                        "c",
                        CustomSpec.empty()
                                .config("max_tokens", "4096")
                                .config("token_url", "https://sso/oauth?client=a&scope=b:c")
                                .config("password_policy", "strong")
                                .config("email", "app@example.com")
                                .config("user", "BASIC$reader")
                                .config("uri", "http://[::1]:19530/a@b:c"))
                .resourceMeta(ResourceMeta.NONE.extra("{\"vpcId\":\"vpc-1\",\"max_tokens\":1}")));
    }

    /** What stands between its letters may be anything, and much. */
    @Test
    void aNameThatIsToldIsOneShortLine() {
        String name = "pass\\n" + "-".repeat(5_000) + "word";

        assertThatThrownBy(() -> desk.alice.create(CreateConnection.of("c", CustomSpec.empty())
                        .resourceMeta(ResourceMeta.NONE.extra("{\"" + name + "\":1}"))))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getMessage().lines())
                                .hasSize(2)
                                .allMatch(line -> line.length() < 300));
    }
}
