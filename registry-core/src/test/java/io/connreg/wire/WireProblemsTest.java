package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is well-formed JSON, but not the vendor's request. */
final class WireProblemsTest {

    /** A valid request with these members added, written with single quotes. */
    private static String request(String members) {
        String configs = members.contains("'Configs'") ? "" : ",'Configs':{}";
        return quoted("{'ConnectionName':'c','ConnectionType':'CustomConnection'" + configs + members + "}");
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }

    private static CreateConnection read(String members) {
        return WireJson.strict().readCreate(request(members));
    }

    private static List<Problem> problems(String json) {
        return assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> WireJson.strict().readCreate(json))
                .withMessageStartingWith("cannot read the request, ")
                .withNoCause()
                .actual()
                .problems();
    }

    @Test
    void anUnknownFieldIsNamedByItsPath() {
        String json = request(",'Secret':{'a':'b'},'Models':[{},{'model':'m'}],'ResourceMeta':{'VpcId':'v'}");

        assertThat(problems(json))
                .extracting(Problem::path, Problem::code)
                .containsExactly(
                        tuple("Models[1].model", Problem.UNKNOWN_FIELD),
                        tuple("ResourceMeta.VpcId", Problem.UNKNOWN_FIELD),
                        tuple("Secret", Problem.UNKNOWN_FIELD));
        assertThat(problems(json))
                .extracting(Problem::message)
                .containsExactly(
                        "there is no such field; did you mean Model?",
                        "there is no such field; there are [Extra, InstanceId, InstanceName]",
                        "there is no such field; did you mean Secrets?");
    }

    @Test
    void lenientIgnoresUnknownFieldsAndNothingElse() {
        String unknown = ",'Secret':{'a':'b'},'Models':[{'model':'m','Model':'M'}],'ResourceMeta':{'VpcId':'v'}";

        CreateConnection request = WireJson.lenient().readCreate(request(unknown));

        assertThat(request.spec().secrets()).isEmpty();
        assertThat(request.models()).extracting(ModelInfo::model).containsExactly("M");
        assertThat(request.resourceMeta()).isEqualTo(ResourceMeta.NONE);
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> WireJson.lenient().readCreate(request(",'Configs':[],'Else':1")))
                .satisfies(refused ->
                        assertThat(refused.problems()).extracting(Problem::path).containsExactly("Configs"));
    }

    @Test
    void wrongJsonTypesAreToldAllAtOnceInTheOrderOfTheFields() {
        String json = quoted("{'ConnectionName':[],'WorkspaceId':1.5,'Accessibility':'public','Description':{},"
                + "'Configs':{'a':[],'b':{},'c':0.5},'Secrets':'s','Models':[1,{'ToolCall':'yes','MaxModelLength':1.0}],"
                + "'ResourceMeta':[]}");

        assertThat(problems(json))
                .extracting(Problem::path, Problem::code)
                .containsExactly(
                        tuple("ConnectionName", Problem.MALFORMED),
                        tuple("ConnectionType", Problem.REQUIRED),
                        tuple("WorkspaceId", Problem.MALFORMED),
                        tuple("Accessibility", Problem.MALFORMED),
                        tuple("Description", Problem.MALFORMED),
                        tuple("Configs.a", Problem.MALFORMED),
                        tuple("Configs.b", Problem.MALFORMED),
                        tuple("Configs.c", Problem.MALFORMED),
                        tuple("Secrets", Problem.MALFORMED),
                        tuple("Models[0]", Problem.MALFORMED),
                        tuple("Models[1].ToolCall", Problem.MALFORMED),
                        tuple("Models[1].MaxModelLength", Problem.MALFORMED),
                        tuple("ResourceMeta", Problem.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'Configs':{'k':'canary'},'Secrets':{'p':['canary']}",
                ",'Secrets':{'p':{'x':'canary'}}",
                ",'Accessibility':'canary'",
                ",'Models':['canary']",
                ",'Models':{'Model':'canary'}",
                ",'Models':[{'MaxModelLength':'canary'}]",
                ",'Unheard':'canary'",
                ",'Secrets':'canary'"
            })
    void aProblemNeverRepeatsAValue(String members) {
        assertThat(problems(request(members)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.toString()).doesNotContain("canary"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null", "1", "true", "\"text\"", "[]", "[{}]"})
    void aBodyThatIsNoObjectIsOneProblem(String json) {
        assertThat(problems(json)).containsExactly(new Problem("body", Problem.MALFORMED, "must be a JSON object"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'ConnectionName':null,'ConnectionType':null,'Configs':null}",
                "{'ConnectionName':' ','ConnectionType':''}"
            })
    void nameTypeAndConfigsMustBeGiven(String json) {
        assertThat(problems(quoted(json)))
                .containsExactly(
                        new Problem("ConnectionName", Problem.REQUIRED, "must be given"),
                        new Problem("ConnectionType", Problem.REQUIRED, "must be given"),
                        new Problem("Configs", Problem.REQUIRED, "must be given; {} if there are none"));
    }

    @Test
    void whatIsNullIsAbsent() {
        CreateConnection request =
                read(",'WorkspaceId':null,'Accessibility':null,'Description':null,'Configs':{'a':null},"
                        + "'Secrets':{'a':null,'b':''},'Models':null,'ResourceMeta':{'Extra':null,'InstanceId':''}");

        assertThat(request.workspaceId()).isEmpty();
        assertThat(request.description()).isEmpty();
        assertThat(request.spec().configs()).isEmpty();
        assertThat(request.spec().secrets()).isEqualTo(Map.of("b", Secret.of("")));
        assertThat(request.models()).isEmpty();
        assertThat(request.resourceMeta()).isEqualTo(new ResourceMeta("", null, null));
    }

    @Test
    void wholeNumbersAndBooleansInMapsBecomeTheirText() {
        CreateConnection request =
                read(",'WorkspaceId':123245,'Configs':{'port':3306,'big':123456789012345678901234567890,"
                        + "'minus':-1,'on':true,'off':false},'Secrets':{'pin':1234}");

        assertThat(request.workspaceId()).contains("123245");
        assertThat(request.spec().configs())
                .isEqualTo(Map.of(
                        "port",
                        "3306",
                        "big",
                        "123456789012345678901234567890",
                        "minus",
                        "-1",
                        "on",
                        "true",
                        "off",
                        "false"));
        assertThat(request.spec().secrets()).isEqualTo(Map.of("pin", Secret.of("1234")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1e3", "9223372036854775808", "'1'", "true", "[]"})
    void aLengthIsAWholeNumberOf64Bits(String length) {
        assertThat(problems(request(",'Models':[{'MaxModelLength':" + length + "}]")))
                .containsExactly(new Problem("Models[0].MaxModelLength", Problem.MALFORMED, "must be a whole number"));
    }

    @Test
    void aModelTypeWithoutALetterIsNone() {
        assertThat(read(",'Models':[{'ModelType':''},{'ModelType':' '}]").models())
                .extracting(ModelInfo::modelType)
                .containsExactly(null, null);
    }

    @Test
    void anUnknownTypeAndAnUnknownModelTypeAreKeptAsSpelled() {
        CreateConnection request = WireJson.strict()
                .readCreate(
                        quoted(
                                "{'ConnectionName':'c','ConnectionType':'deepSeek','Configs':{},'Models':[{'ModelType':'Rerank'}]}"));

        assertThat(request.spec().connectionType().value()).isEqualTo("deepSeek");
        assertThat(request.models()).extracting(ModelInfo::modelType).containsExactly(new ModelType("Rerank"));
    }
}
