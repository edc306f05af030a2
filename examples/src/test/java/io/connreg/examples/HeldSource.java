package io.connreg.examples;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** Connections whose commits are held, from when that is asked for until they are let go. Thread-safe. */
final class HeldSource {
    private final String url;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);
    private volatile boolean holding;

    HeldSource(String url) {
        this.url = url;
    }

    DataSource source() {
        return proxy(DataSource.class, (proxy, method, arguments) -> connection(DriverManager.getConnection(url)));
    }

    private Connection connection(Connection real) {
        return proxy(Connection.class, (proxy, method, arguments) -> call(real, method, arguments));
    }

    private Object call(Connection real, Method method, Object[] arguments) throws Throwable {
        if (holding && method.getName().equals("commit")) {
            reached.countDown();
            letGo.await();
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(HeldSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    void hold() {
        holding = true;
    }

    /** Returns when a commit is held. */
    void awaitHeld() throws InterruptedException {
        reached.await();
    }

    void letGo() {
        letGo.countDown();
    }
}
