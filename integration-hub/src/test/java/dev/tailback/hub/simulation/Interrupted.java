package dev.tailback.hub.simulation;

import dev.tailback.crm.Answer;
import dev.tailback.crm.Connector;
import dev.tailback.crm.Write;
import dev.tailback.crm.Written;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;

/** A connector with something that happens where a write is: before it, after it, or in its place. */
public final class Interrupted {

    /** What happens. */
    public interface Writing {
        Answer<List<Written>> write(String object, List<Write> writes, Connector crm);
    }

    private Interrupted() {}

    @SuppressWarnings("unchecked") // The second argument of Connector.write is a list of writes.
    public static Connector at(Connector crm, Writing writing) {
        return (Connector) Proxy.newProxyInstance(
                Interrupted.class.getClassLoader(), new Class<?>[] {Connector.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        return writing.write((String) arguments[0], (List<Write>) arguments[1], crm);
                    }
                    try {
                        return method.invoke(crm, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
