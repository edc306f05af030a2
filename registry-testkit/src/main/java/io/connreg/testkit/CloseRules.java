package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Rules X: closing. */
public interface CloseRules extends StoreFixture {

    @Test
    @DisplayName("X1: a closed store refuses every call with an IllegalStateException")
    default void aClosedStoreRefusesEveryCall(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        store.close();
        Map<String, Executable> calls = new LinkedHashMap<>();
        calls.put("find", () -> store.find("one"));
        calls.put("findByName", () -> store.findByName(SampleRow.WORKSPACE, "one"));
        calls.put("list", () -> Listing.page(store, true, null, 1));
        calls.put("count", () -> store.count(Listing.EVERYTHING, ConnectionFilter.ALL));
        calls.put("insert", () -> store.insert(SampleRow.of("two").write()));
        calls.put("replace", () -> store.replace(row.next().write()));
        calls.put("replaceAll", () -> store.replaceAll(List.of(row.next().write())));
        calls.put("delete", () -> store.delete("one", 1));
        calls.put("slot", store::slot);
        calls.put("replaceSlot", () -> store.replaceSlot(new KeySlot(1, "first")));
        calls.put("scan", () -> store.scan("", 1));
        calls.put("scanByKey", () -> store.scanByKey(new KeyId(1), "", 1));
        calls.put("countSecretsByKey", store::countSecretsByKey);
        calls.put("ownedAlone", store::ownedAlone);
        calls.forEach((name, call) -> assertThrows(IllegalStateException.class, call, name));
    }

    @Test
    @DisplayName("X2: closing a store twice, or one that nothing was asked of, changes nothing")
    default void closingAgainChangesNothing(ConnectionStore store) {
        store.close();
        store.close();
        assertThrows(IllegalStateException.class, () -> store.find("one"));
    }
}
