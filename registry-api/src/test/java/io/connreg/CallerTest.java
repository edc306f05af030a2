package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

final class CallerTest {
    private static final Caller ALICE = Caller.user("alice");

    @Test
    void aCallersDefaultWorkspaceIsTheOneSetOrElseTheOnlyOne() {
        assertThat(ALICE.defaultWorkspace()).isEmpty();
        assertThat(ALICE.memberOf("ws-1").defaultWorkspace()).contains("ws-1");
        assertThat(ALICE.administratorOf("ws-1").defaultWorkspace()).contains("ws-1");
        assertThat(ALICE.memberOf("ws-1", "ws-2").defaultWorkspace()).isEmpty();
        assertThat(ALICE.memberOf("ws-1", "ws-2").defaultWorkspace("ws-2").defaultWorkspace())
                .contains("ws-2");
        assertThat(ALICE.memberOf("ws-1").defaultWorkspace("ws-9").defaultWorkspace())
                .contains("ws-9");
        assertThat(ALICE.administratorOfAll().defaultWorkspace()).isEmpty();
    }

    @Test
    void aDefaultWorkspaceMakesNobodyAMember() {
        assertThat(ALICE.defaultWorkspace("ws-1").isMemberOf("ws-1")).isFalse();
    }

    @Test
    void anAdministratorIsAMemberAndAMemberNoAdministrator() {
        Caller caller = ALICE.memberOf("ws-1").administratorOf("ws-2");

        assertThat(caller.memberships()).containsExactly("ws-1", "ws-2");
        assertThat(caller.isMemberOf("ws-2")).isTrue();
        assertThat(caller.isAdministratorOf("ws-2")).isTrue();
        assertThat(caller.isAdministratorOf("ws-1")).isFalse();
        assertThat(caller.isAdministratorOfAll()).isFalse();
        assertThat(caller.isMemberOf("WS-1")).isFalse();
    }

    @Test
    void theAdministratorOfAllIsOneEverywhere() {
        Caller tool = ALICE.administratorOfAll();

        assertThat(tool.isMemberOf("anywhere")).isTrue();
        assertThat(tool.isAdministratorOf("anywhere")).isTrue();
        assertThat(tool.isAdministratorOfAll()).isTrue();
    }

    @Test
    void eachVerbMakesACopyAndLeavesTheOriginal() {
        ALICE.memberOf("ws-1").administratorOf("ws-2").administratorOfAll().defaultWorkspace("ws-1");

        assertThat(ALICE.memberships()).isEmpty();
        assertThat(ALICE.isAdministratorOfAll()).isFalse();
        assertThat(ALICE.defaultWorkspace()).isEmpty();
        assertThatThrownBy(() -> ALICE.memberships().add("ws-1")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aCallerHasAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Caller.user(" "));
    }

    @Test
    @NullUnmarked
    void nullIsRefusedWhereItIsGiven() {
        assertThatNullPointerException().isThrownBy(() -> Caller.user(null));
        assertThatNullPointerException().isThrownBy(() -> ALICE.memberOf((String) null));
        assertThatNullPointerException().isThrownBy(() -> ALICE.defaultWorkspace(null));
    }
}
