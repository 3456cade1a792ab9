package dev.tailback.verification.attack;

import dev.tailback.program.CannotStart;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Every route that the classes of a packaged program declare, whether or not a description or a page tells of it. */
final class RoutesOfProgram {
    private static final String ANNOTATIONS = "io.micronaut.http.annotation.";
    private static final String CONTROLLER = "Controller";
    private static final Set<String> METHODS =
            Set.of("Get", "Head", "Post", "Put", "Patch", "Delete", "Options", "Trace", "CustomHttpMethod");

    private final Path jar;

    RoutesOfProgram(Path jar) {
        this.jar = jar;
    }

    Set<Route> read() {
        try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Set<Route> routes = new TreeSet<>();
            for (String name : controllers()) {
                routes.addAll(of(classes.loadClass(name)));
            }
            return routes;
        } catch (IOException | ReflectiveOperationException | LinkageError e) {
            throw CannotStart.misconfigured("The routes of " + jar + " cannot be read: " + e, e);
        }
    }

    /** Only these are loaded: other classes may need what the program does not use. */
    private List<String> controllers() throws IOException {
        String mark = (ANNOTATIONS + CONTROLLER).replace('.', '/');
        List<String> names = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (isOurClass(entry.getName()) && contains(file, entry, mark)) {
                    names.add(entry.getName().replace('/', '.').replaceFirst("\\.class$", ""));
                }
            }
        }
        return names;
    }

    private static boolean isOurClass(String name) {
        return name.startsWith("dev/tailback/") && name.endsWith(".class") && !name.contains("$");
    }

    private static boolean contains(JarFile file, JarEntry entry, String mark) throws IOException {
        try (InputStream content = file.getInputStream(entry)) {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1).contains(mark);
        }
    }

    private static List<Route> of(Class<?> controller) throws ReflectiveOperationException {
        List<Route> routes = new ArrayList<>();
        for (Annotation annotation : controller.getAnnotations()) {
            if (annotation.annotationType().getName().equals(ANNOTATIONS + CONTROLLER)) {
                String prefix = text(annotation, "value");
                for (Method method : controller.getDeclaredMethods()) {
                    routes.addAll(of(prefix, method));
                }
            }
        }
        return routes;
    }

    private static List<Route> of(String prefix, Method method) throws ReflectiveOperationException {
        List<Route> routes = new ArrayList<>();
        for (Annotation annotation : method.getAnnotations()) {
            String name = annotation.annotationType().getSimpleName();
            if (annotation.annotationType().getName().startsWith(ANNOTATIONS) && METHODS.contains(name)) {
                routes.add(new Route(name.toUpperCase(Locale.ROOT), joined(prefix, text(annotation, "value"))));
            }
        }
        return routes;
    }

    private static String text(Annotation annotation, String member) throws ReflectiveOperationException {
        Method value = annotation.annotationType().getMethod(member);
        value.setAccessible(true);
        return (String) value.invoke(annotation);
    }

    private static String joined(String prefix, String path) {
        String whole = ("/" + prefix + "/" + path).replaceAll("/+", "/");
        return whole.length() > 1 ? whole.replaceFirst("/$", "") : whole;
    }
}
