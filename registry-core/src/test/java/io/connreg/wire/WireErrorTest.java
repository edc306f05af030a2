package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.connreg.ConnectionNotFoundException;
import io.connreg.InvalidRequestException;
import io.connreg.KeyInUseException;
import io.connreg.KeyUnavailableException;
import io.connreg.NameTakenException;
import io.connreg.NotPermittedException;
import io.connreg.Problem;
import io.connreg.RegistryException;
import io.connreg.RegistrySetupException;
import io.connreg.RevisionMismatchException;
import io.connreg.SecretUnreadableException;
import io.connreg.StorageException;
import io.connreg.UnreadableConnectionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each failure has its code and its status, and speaks of fields by their names on the wire. */
final class WireErrorTest {
    private final WireDesk desk = new WireDesk();

    private static Map<RegistryException, Integer> statuses() {
        Map<RegistryException, Integer> statuses = new LinkedHashMap<>();
        statuses.put(new InvalidRequestException("try", List.of(new Problem("p", Problem.REQUIRED, "m"))), 400);
        statuses.put(new NotPermittedException("m"), 403);
        statuses.put(new ConnectionNotFoundException("m"), 404);
        statuses.put(new NameTakenException("m"), 409);
        statuses.put(new RevisionMismatchException("m"), 409);
        statuses.put(new SecretUnreadableException("try", Map.of("s", SecretUnreadableException.Reason.CORRUPT)), 409);
        statuses.put(new UnreadableConnectionException(UnreadableConnectionException.Reason.DAMAGED, "m"), 409);
        statuses.put(new KeyUnavailableException(KeyUnavailableException.Reason.UNREACHABLE, "m"), 503);
        statuses.put(new KeyInUseException("m", List.of()), 500);
        statuses.put(new StorageException("m"), 503);
        statuses.put(new RegistrySetupException("m"), 500);
        return statuses;
    }

    @Test
    void eachFailureHasAStatusOfItsOwnChoice() {
        statuses()
                .forEach((failure, status) ->
                        assertThat(WireError.status(failure)).as(failure.code()).isEqualTo(status));
        assertThat(statuses().keySet())
                .extracting(Object::getClass)
                .as("a new failure decides its status here and in WireError")
                .containsExactlyInAnyOrder(RegistryException.class.getPermittedSubclasses());
    }

    @Test
    void aFailureIsAnsweredWithCodeMessageAndRequestId() {
        WireAnswer answer = desk.wire.deleteConnection(desk.alice, WireDesk.ABSENT);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(WireDesk.json(answer).properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("Code", "Message", "RequestId");
        assertThat(WireDesk.json(answer).get("RequestId").textValue()).isEqualTo("R-1");
    }

    @Test
    void aTakenNameIsAConflict() {
        desk.createOrders();

        assertThat(WireDesk.refused(
                        desk.wire.createConnection(
                                desk.alice, body("{'ConnectionName':'orders-db'," + WireDesk.ORDERS + "}")),
                        409,
                        "NAME_TAKEN"))
                .contains("orders-db");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'port':'3306'          | 'port':'abc'            | Configs.port: must be a whole number from 1 to 65535 [MALFORMED]
            'port':'3306'          | 'port':'3306','modelType':'\\u0000' | Configs.modelType: holds a control character
            'port':'3306'          | 'port':'3306','models[0].model':'\\u0000' | Configs.models[0].model: holds a control
            'port':'3306'          | 'port':'3306','Token':'t' | Configs.Token: looks like a secret
            'port':'3306'          | 'port':'3306',' ':'t'   | Configs. : must not be blank [REQUIRED]
            'port':'3306',         | ""                      | Configs.port: a RDSConnection needs this config: it
            'password':'s3cret'    | 'x':'y'                 | Secrets.password: a RDSConnection needs this secret
            'password':'s3cret'    | 'password':'p','\\u0000k':'y' | Secrets.?k: holds a control character
            'RDSConnection'        | 'RdsConection'          | ConnectionType: is not a known type; did you mean RDSConnection?
            'orders-db'            | '\\u0000'             | ConnectionName: holds a control character
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','Models':[{},{'MaxModelLength':0}] | Models[1].MaxModelLength: must be at least 1 [MALFORMED]
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','Models':[{'DisplayName':'\\u0000'}] | Models[0].DisplayName: holds
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','Models':[{'Model':'\\u0000'}] | Models[0].Model: holds
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','Models':[{'ModelType':'\\u0000'}] | Models[0].ModelType: holds
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','ResourceMeta':{'Extra':'{}','InstanceId':'\\u0000'} | ResourceMeta.InstanceId: holds
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','ResourceMeta':{'Extra':'?token=x'} | ResourceMeta.Extra: holds a parameter 'token'
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','Description':'\\u0000' | Description: holds a control character
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','WorkspaceId':' ' | WorkspaceId: must not be blank
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','name':'n' | name: there is no such field; there are [
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','models':[] | models: there is no such field; did you mean Models?
            'ConnectionName':'orders-db' | 'ConnectionName':'orders-db','type':'n' | type: there is no such field;
            """)
    void aProblemIsToldByItsPlaceInTheRequest(String original, String replacement, String problem) {
        String request = "{'ConnectionName':'orders-db'," + WireDesk.ORDERS + "}";
        assertThat(request).contains(original);

        String message =
                WireDesk.invalid(desk.wire.createConnection(desk.alice, body(request.replace(original, replacement))));

        assertThat(message.replace('"', '\'')).contains(", 1 problem:\n  " + problem);
    }

    @Test
    void halfALoginIsToldByItsPlaceToo() {
        String uri = "{'ConnectionName':'c','ConnectionType':'MilvusConnection','Configs':{'uri':'u','username':'n'}}";

        assertThat(WireDesk.invalid(desk.wire.createConnection(desk.alice, body(uri))))
                .endsWith("1 problem:\n  Secrets.password: must be given together with the config username, or"
                        + " neither of them [HALF_LOGIN]");
    }

    @Test
    void theWordsOfAnUpdateAndAValidationAreTheWiresToo() {
        String id = desk.createOrders();
        byte[] update = body("{'Configs':{'port':'abc'},'Models':[{'MaxModelLength':0}]}");
        byte[] validation = body("{'WorkspaceId':'ws-1','ConnectionId':'" + id + "','Configs':{'port':'abc'}}");

        assertThat(WireDesk.invalid(desk.wire.updateConnection(desk.alice, id, update)))
                .contains("\n  Models[0].MaxModelLength: ");
        assertThat(WireDesk.invalid(desk.wire.validateConnection(desk.alice, validation)))
                .contains("\n  Configs.port: ");
    }

    @Test
    void whatIsNoFailureOfTheRegistryIsThrown() {
        desk.registry.close();

        for (Runnable call : List.<Runnable>of(
                () -> desk.wire.getConnection(desk.alice, WireDesk.ABSENT, null),
                () -> desk.wire.listConnections(desk.alice, null))) {
            assertThatIllegalStateException().isThrownBy(call::run);
        }
    }
}
