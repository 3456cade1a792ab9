package dev.tailback.program;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code --port} and {@code --host}, with the same meaning for every program that listens. */
public final class ListenOptions {

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = Port.class,
            description = "Port to listen on; 0 takes a free one.")
    private Integer port;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            converter = Host.class,
            description = "Address to listen on: 127.0.0.1 if not given; 0.0.0.0 opens it to the network.")
    private String host;

    /** As the command line says it, otherwise the environment, otherwise this port on 127.0.0.1. */
    public Endpoint endpoint(Environment environment, int standardPort) {
        String otherHost = environment.given(Variable.MICRONAUT_SERVER_HOST).orElse("127.0.0.1");
        int otherPort = environment.changed(Variable.MICRONAUT_SERVER_PORT, standardPort, ListenOptions::port);
        return new Endpoint(host == null ? otherHost : host, port == null ? otherPort : port);
    }

    // The framework's word for "any free port" is -1.
    private static int port(String text) {
        int port = text.equals("-1") ? 0 : text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("is '" + text + "': set it to a number from 0 to 65535");
        }
        return port;
    }

    /** A TCP port, or 0. */
    public static final class Port implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
                throw new TypeConversionException("'" + text + "' is not a number from 0 to 65535");
            }
            return Integer.valueOf(text);
        }
    }

    static final class Host implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            if (text.isBlank()) {
                throw new TypeConversionException("it needs an address, such as 127.0.0.1 or 0.0.0.0");
            }
            return text.strip();
        }
    }
}
