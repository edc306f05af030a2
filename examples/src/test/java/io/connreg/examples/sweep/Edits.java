package io.connreg.examples.sweep;

import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lets a store read otherwise than it was written, as if somebody had edited it behind the registry, or not at all. */
final class Edits implements InvocationHandler {
    private final ConnectionStore store;
    private volatile UnaryOperator<StoredConnection> row = UnaryOperator.identity();
    private volatile UnaryOperator<Optional<KeySlot>> slot = UnaryOperator.identity();
    private volatile boolean down;

    Edits(ConnectionStore store) {
        this.store = store;
    }

    ConnectionStore edited() {
        return (ConnectionStore)
                Proxy.newProxyInstance(Edits.class.getClassLoader(), new Class<?>[] {ConnectionStore.class}, this);
    }

    /** While this runs, rows read so. */
    void rows(UnaryOperator<StoredConnection> edit, Runnable meanwhile) {
        row = edit;
        meanwhile.run();
        row = UnaryOperator.identity();
    }

    /** While this runs, the key slot reads so. */
    void slot(UnaryOperator<Optional<KeySlot>> edit, Runnable meanwhile) {
        slot = edit;
        meanwhile.run();
        slot = UnaryOperator.identity();
    }

    /** From now on it answers nothing. */
    void breakDown() {
        down = true;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (down && !method.getName().equals("close")) {
            throw new StorageException("the store is down");
        }
        try {
            return read(method, method.invoke(store, arguments));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked") // what the slot's reader gives
    private @Nullable Object read(Method method, @Nullable Object result) {
        if (method.getName().equals("slot")) {
            return slot.apply((Optional<KeySlot>) Objects.requireNonNull(result));
        }
        if (result instanceof Optional<?> found) {
            return found.map(this::readRow);
        }
        return result instanceof Collection<?> all
                ? all.stream().map(this::readRow).toList()
                : result;
    }

    private Object readRow(Object thing) {
        return thing instanceof StoredConnection stored ? row.apply(stored) : thing;
    }
}
