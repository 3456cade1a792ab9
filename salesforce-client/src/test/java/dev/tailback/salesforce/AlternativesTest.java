package dev.tailback.salesforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An alternative that is added to a result of this module must not compile before somebody has decided what follows
 * from it.
 */
class AlternativesTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "tailback", "salesforce");

    @TempDir
    private Path compiled;

    @ParameterizedTest
    @CsvSource({
        "Reading.java, record Another<T>() implements Reading<T> {}",
        "usage/Delivery.java, record Another() implements Delivery {}",
        "usage/Delivery.java, record Another() implements Failed {}",
        "usage/RowAnswer.java, record Another() implements RowAnswer {}",
        "http/CallFailure.java, 'record Another(String code, String reason) implements CallFailure {}'",
    })
    void an_alternative_that_nothing_handles_does_not_compile(String file, String another) throws IOException {
        String source = Files.readString(SOURCES.resolve(file));
        String complaints =
                complaintsOf(file, source.substring(0, source.lastIndexOf('}')) + "    " + another + "\n}\n");

        assertEquals("", complaintsOf(file, source));
        assertTrue(complaints.contains("Another is not abstract and does not override abstract method"), complaints);
    }

    private String complaintsOf(String file, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("-proc:none", "-d", compiled.toString(), "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(complaints, null, null, options, null, List.of(new Source(file, source)))
                .call();
        return complaints.toString();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String file, String text) {
            super(URI.create("string:///" + file), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
