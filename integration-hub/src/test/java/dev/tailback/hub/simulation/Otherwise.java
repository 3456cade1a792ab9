package dev.tailback.hub.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;
import java.util.function.Supplier;

/** SQL of which one method goes otherwise: how a guard is switched off without a switch in the program. */
public final class Otherwise {

    private Otherwise() {}

    /** @param call is given what the method does, and may do it or not, now or elsewhere */
    public static <T> T at(Class<T> rows, T real, String method, Function<Supplier<Object>, Object> call) {
        return rows.cast(Proxy.newProxyInstance(
                rows.getClassLoader(),
                new Class<?>[] {rows},
                (proxy, called, arguments) -> called.getName().equals(method)
                        ? call.apply(() -> answer(real, called, arguments))
                        : answer(real, called, arguments)));
    }

    private static Object answer(Object real, Method called, Object... arguments) {
        try {
            called.setAccessible(true);
            return called.invoke(real, arguments);
        } catch (InvocationTargetException failed) {
            throw unchecked(failed.getCause());
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuntimeException unchecked(Throwable failed) {
        return failed instanceof RuntimeException already ? already : new IllegalStateException(failed);
    }
}
