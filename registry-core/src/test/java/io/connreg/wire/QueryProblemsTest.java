package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A query that is not right is refused, with all that is wrong with it, by the names of its parameters. */
final class QueryProblemsTest {
    private final WireDesk desk = new WireDesk();

    private String refused(String query) {
        return WireDesk.invalid(desk.wire.listConnections(desk.alice, query));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PageSize=10           | PageSize: there is no such field; there are [Accessibility, ConnectionIds, Con
            pageSize=10           | pageSize: there is no such field; there are [
            ConnectionType=x      | ConnectionType: there is no such field; did you mean ConnectionTypes?
            workspaceId=x         | workspaceId: there is no such field; did you mean WorkspaceId?
            name=x                | name: there is no such field; there are [
            after=x               | after: there is no such field; there are [
            =x                    | : there is no such field; there are [
            MaxResult=1           | MaxResult: there is no such field; did you mean MaxResults?
            SortBy=ConnectionName | SortBy: must be GmtCreateTime [MALFORMED]
            Order=asc             | Order: must be ASC or DESC [MALFORMED]
            EncryptOption=plain   | EncryptOption: must be Secret or PlainText [MALFORMED]
            Accessibility=Public  | Accessibility: must be PRIVATE or PUBLIC [MALFORMED]
            ToolCall=True         | ToolCall: must be true or false [MALFORMED]
            MaxResults=ten        | MaxResults: must be a whole number from 1 to 1000 [MALFORMED]
            MaxResults=0          | MaxResults: must be a whole number from 1 to 1000 [MALFORMED]
            MaxResults=-1         | MaxResults: must be a whole number from 1 to 1000 [MALFORMED]
            MaxResults=1001       | MaxResults: must be a whole number from 1 to 1000 [MALFORMED]
            MaxResults=4294967297 | MaxResults: must be a whole number from 1 to 1000 [MALFORMED]
            MaxResults=99999999999999999999 | MaxResults: must be a whole number from 1 to 1000 [MALFORMED]
            MaxResults=1.0        | MaxResults: must be a whole number from 1 to 1000 [MALFORMED]
            MaxResults=%D9%A1     | MaxResults: must be a whole number from 1 to 1000 [MALFORMED]
            WorkspaceId=a%00b | WorkspaceId: holds a control character [MALFORMED]
            ConnectionIds=a%00b | ConnectionIds: holds a control character [MALFORMED]
            ConnectionName=a%00b | ConnectionName: holds a control character [MALFORMED]
            ConnectionTypes=a%00b | ConnectionTypes: holds a control character [MALFORMED]
            Model=a%00b | Model: holds a control character [MALFORMED]
            ModelTypes=a%00b | ModelTypes: holds a control character [MALFORMED]
            Creator=a%00b | Creator: holds a control character [MALFORMED]
            NextToken=15          | NextToken: is not a token of a page of this list:
            NextToken=%00         | NextToken: is not a token of a page of this list:
            Model=a&Model=b       | Model: must be given once, several values with commas between them [MALFORMED]
            pageSize=1&pageSize=2 | pageSize: there is no such field;
            Model=%E9             | query: is not percent-encoded UTF-8 [MALFORMED]
            Model=%C0%80          | query: is not percent-encoded UTF-8 [MALFORMED]
            Model=%ED%A0%BD       | query: is not percent-encoded UTF-8 [MALFORMED]
            Model=%zz             | query: is not percent-encoded UTF-8 [MALFORMED]
            Model=%4              | query: is not percent-encoded UTF-8 [MALFORMED]
            Model=%               | query: is not percent-encoded UTF-8 [MALFORMED]
            %=x                   | query: is not percent-encoded UTF-8 [MALFORMED]
            Model=模型            | query: is not percent-encoded UTF-8 [MALFORMED]
            """)
    void aProblemIsToldByTheParametersName(String query, String problem) {
        assertThat(refused(query))
                .startsWith("cannot ")
                .contains(", 1 problem:\n  " + problem)
                .satisfies(message -> assertThat(message.lines()).hasSize(2));
    }

    @Test
    void allProblemsOfFormAreToldAtOnce() {
        assertThat(refused("ToolCall=yes&Accessibility=ALL&EncryptOption=None&MaxResults=0&SortBy=x&Order=y&Unheard=z"
                                + "&Model=a&Model=b&Creator=%FF")
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(2, line.indexOf(':'))))
                .containsExactly(
                        "query",
                        "Model",
                        "ToolCall",
                        "Accessibility",
                        "EncryptOption",
                        "MaxResults",
                        "SortBy",
                        "Order",
                        "Unheard");
    }

    @Test
    void lenientIgnoresUnknownParametersAndNothingElse() {
        WireJson lenient = WireJson.lenient();

        WireDesk.done(lenient.listConnections(desk.alice, "PageSize=10&x&%3D=1&PageSize=10"));
        assertThat(WireDesk.invalid(lenient.listConnections(desk.alice, "PageSize=10&Order=x")))
                .contains("1 problem:\n  Order: ");
    }

    @Test
    void aTokenIsGoodForItsOwnListOnly() {
        desk.createOrders();
        desk.create("another", WireDesk.ORDERS);
        String token = desk.list(desk.alice, "MaxResults=1").get("NextToken").textValue();

        assertThat(desk.list(desk.alice, "NextToken=" + token).get("Connections"))
                .hasSize(1);
        for (String other : new String[] {"&Order=ASC", "&WorkspaceId=ws-1", "x", "%3D", "&ToolCall=false"}) {
            assertThat(refused("NextToken=" + token + other)).contains("1 problem:\n  NextToken: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MaxResults=10", "WorkspaceId=ws-1", "Secret", "encryptOption=PlainText"})
    void getHasOneParameterAndRefusesOthers(String query) {
        String id = desk.createOrders();

        assertThat(WireDesk.invalid(desk.wire.getConnection(desk.alice, id, query)))
                .contains("there is no such field; ")
                .contains("EncryptOption");
        WireDesk.done(WireJson.lenient().getConnection(desk.alice, id, query));
    }

    @Test
    void aQueryOfMoreThan64KibIsRefusedUnread() {
        WireDesk.done(WireJson.lenient().listConnections(desk.alice, "x=" + "a".repeat(64 * 1024 - 2)));
        assertThat(refused("Model=" + "a".repeat(64 * 1024)))
                .endsWith("\n  query: may have at most 65536 characters [TOO_LARGE]");
    }

    @Test
    void aProblemNeverRepeatsAValue() {
        for (String name : new String[] {
            "ToolCall", "Accessibility", "EncryptOption", "MaxResults", "NextToken", "SortBy", "Order", "Unheard"
        }) {
            assertThat(refused(name + "=canary7c1f")).doesNotContain("canary7c1f");
        }
    }
}
