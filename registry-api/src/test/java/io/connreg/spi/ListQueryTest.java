package io.connreg.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ListQueryTest {
    private static ListQuery query(int limit, long budget) {
        return new ListQuery(new ListScope("alice", List.of()), ConnectionFilter.ALL, true, null, limit, budget);
    }

    @Test
    void aPageHasRoomForARow() {
        assertThat(query(1, 1)).hasNoNullFieldsOrPropertiesExcept("after");
        assertThatIllegalArgumentException().isThrownBy(() -> query(0, 1)).withMessageContaining("limit");
        assertThatIllegalArgumentException().isThrownBy(() -> query(1, 0)).withMessageContaining("budget");
    }
}
