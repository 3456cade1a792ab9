package dev.tailback.standalone.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.tailback.standalone.architecture.Arrows.Use;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The compiled classes of every module, each known by the folder it was compiled in. */
final class Modules {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private final Map<String, String> moduleOfClass = new HashMap<>();

    /** Templates of the same name in two programs: each is compiled beside what its own program may use. */
    private final Set<String> inTwo = new HashSet<>();

    private final JavaClasses classes;

    Modules() {
        List<Path> compiled = Arrows.OF_THE_DESIGN.allowed().keySet().stream()
                .map(Modules::classesOf)
                .toList();
        classes = new ClassFileImporter().importPaths(compiled);
        for (String module : Arrows.OF_THE_DESIGN.allowed().keySet()) {
            new ClassFileImporter().importPath(classesOf(module)).forEach(imported -> keep(imported.getName(), module));
        }
    }

    private void keep(String name, String module) {
        if (moduleOfClass.put(name, module) != null) {
            inTwo.add(name);
        }
    }

    private static URL url(Path classes) {
        try {
            return classes.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path classesOf(String module) {
        Path path = ROOT.resolve(module).resolve("target").resolve("classes");
        if (!Files.isDirectory(path)) {
            throw new IllegalStateException(path + " is missing: build all modules first (./mvnw verify)");
        }
        return path;
    }

    Alternatives alternatives() {
        URL[] compiled = Arrows.OF_THE_DESIGN.allowed().keySet().stream()
                .map(Modules::classesOf)
                .map(Modules::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(compiled, getClass().getClassLoader())) {
            return new Alternatives(classes, loader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Use> uses() {
        return classes.stream()
                .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass()))
                .filter(dependency ->
                        !inTwo.contains(dependency.getOriginClass().getName()))
                .filter(dependency ->
                        !inTwo.contains(dependency.getTargetClass().getName()))
                .map(dependency -> new Use(
                        moduleOf(dependency.getOriginClass()),
                        moduleOf(dependency.getTargetClass()),
                        dependency.getOriginClass().getName(),
                        dependency.getTargetClass().getName()))
                .toList();
    }

    /** Names of the classes outside a module that use a package. */
    List<String> usersOf(String packageName, String allowedModule) {
        return classes.stream()
                .filter(user -> !moduleOf(user).equals(allowedModule))
                .filter(user -> user.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                dependency.getTargetClass().getPackageName().startsWith(packageName)))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private boolean isOurs(JavaClass target) {
        return moduleOfClass.containsKey(target.getBaseComponentType().getName());
    }

    private String moduleOf(JavaClass type) {
        return moduleOfClass.get(type.getBaseComponentType().getName());
    }
}
