package io.connreg.examples.sweep;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a host and the library, and between the library and what is plugged into it. It examines all that goes
 * through an interface, what is thrown as well, and takes note of what was called. Thread-safe.
 */
final class Witness {
    private final Surface surface;
    private final Examiner examiner;
    private final Findings findings;
    private final Deque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();

    Witness(Surface surface, Examiner examiner, Findings findings) {
        this.surface = surface;
        this.examiner = examiner;
        this.findings = findings;
    }

    /** This, watched. A listener of the host's is watched in the same way, and all events with it. */
    <T> T of(Class<T> type, T target) {
        findings.look("text form of a " + type.getSimpleName(), target.toString());
        return type.cast(Proxy.newProxyInstance(
                Witness.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> pass(target, method, arguments == null ? new Object[0] : arguments)));
    }

    private @Nullable Object pass(Object target, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(target, arguments);
        }
        String where = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        examiner.examine(where + ", given", arguments);
        return watched(call(where, target, method, arguments), method.getReturnType());
    }

    private @Nullable Object watched(@Nullable Object result, Class<?> type) {
        return result != null && type.isInterface() && !type.isSealed() && surface.has(type)
                ? ofUnknown(type, result)
                : result;
    }

    private <T> T ofUnknown(Class<T> type, Object target) {
        return of(type, type.cast(target));
    }

    /** Calls the public method of this name that takes these arguments; it, and what it gives, are watched. */
    @Nullable
    Object call(Object target, String method, @Nullable Object... arguments) throws Throwable {
        Method called = Stream.of(target.getClass().getMethods())
                .filter(each -> each.getName().equals(method) && takes(each, arguments))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(target.getClass() + "." + method));
        String where = target.getClass().getSimpleName() + "." + method;
        return watched(call(where, target, called, arguments), called.getReturnType());
    }

    private static boolean takes(Method method, @Nullable Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        return types.length == arguments.length
                && IntStream.range(0, types.length)
                        .allMatch(i -> arguments[i] == null || types[i].isInstance(arguments[i]));
    }

    /** Calls it, watched. */
    @Nullable
    Object call(String where, @Nullable Object target, Executable called, @Nullable Object... arguments)
            throws Throwable {
        called.setAccessible(true);
        findings.count("calls", 1);
        try {
            Object result = called instanceof Method method
                    ? method.invoke(target, arguments)
                    : ((Constructor<?>) called).newInstance(arguments);
            surface.returned(receiver(target, called), called);
            if (result instanceof Stream<?> stream) {
                List<?> all = stream.toList();
                examiner.examine(where, all);
                return all.stream();
            }
            if (result instanceof AutoCloseable open) {
                opened.addFirst(open);
            }
            if (!Examiner.isDoor(called)) {
                examiner.examine(where, result);
            }
            return result;
        } catch (InvocationTargetException e) {
            findings.count("failures", 1);
            examiner.examine(where + ", thrown", e.getCause());
            throw e.getCause();
        }
    }

    /** Looks at what this fails with, which it must. */
    void refused(Runnable deed) {
        if (!tried(deed)) {
            throw new AssertionError("it should have failed");
        }
    }

    /** Looks at what this fails with, if it does; whether it did. */
    boolean tried(Runnable deed) {
        try {
            deed.run();
            return false;
        } catch (RuntimeException e) {
            findings.count("failures", 1);
            examiner.examine("refused", e);
            return true;
        }
    }

    /** Looks at something that came by no interface. */
    void met(String what, Object thing) {
        examiner.examine(what, thing);
    }

    /** Looks at all forms of something that gives secrets to who asks it. */
    void metInTheClear(String what, Object thing) {
        examiner.forms(what, thing);
    }

    /** Closes all that was opened by calls. */
    void close() throws Exception {
        for (AutoCloseable open : opened) {
            open.close();
        }
    }

    private static Class<?> receiver(@Nullable Object target, Executable called) {
        return target == null || Modifier.isStatic(called.getModifiers())
                ? called.getDeclaringClass()
                : target.getClass();
    }
}
