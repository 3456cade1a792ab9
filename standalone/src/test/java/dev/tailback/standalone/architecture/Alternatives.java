package dev.tailback.standalone.architecture;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds code that asks for one alternative of a sealed type by {@code instanceof}. Such code compiles on when an alternative is added, and then
 * forgets it; a {@code fold} or an abstract method does not compile. Inside its own file a sealed type may ask.
 */
final class Alternatives {

    private final JavaClasses classes;
    private final Map<String, String> fileOfSealed = new HashMap<>();

    Alternatives(JavaClasses classes, ClassLoader loader) {
        this.classes = classes;
        for (JavaClass type : classes) {
            sealedType(type, loader)
                    .ifPresent(found -> Arrays.stream(found.getPermittedSubclasses())
                            .forEach(alternative -> fileOfSealed.put(alternative.getName(), file(type.getName()))));
        }
    }

    /** How many sealed types' alternatives were found. */
    int count() {
        return fileOfSealed.size();
    }

    /** How often each file asks for an alternative of another file's sealed type. */
    Map<String, Integer> askedFor() {
        Map<String, Integer> asked = new TreeMap<>();
        for (JavaClass user : classes) {
            String file = file(user.getName());
            user.getInstanceofChecks().stream()
                    .map(InstanceofCheck::getRawType)
                    .map(JavaClass::getName)
                    .filter(fileOfSealed::containsKey)
                    .filter(alternative -> !fileOfSealed.get(alternative).equals(file))
                    .forEach(alternative -> asked.merge(file, 1, Integer::sum));
        }
        return asked;
    }

    /** Our sealed types are interfaces, and none of them extends an interface of a library that may be missing here. */
    private static Optional<Class<?>> sealedType(JavaClass type, ClassLoader loader) {
        if (!type.isInterface() || type.getSimpleName().equals("package-info")) {
            return Optional.empty();
        }
        try {
            return Optional.<Class<?>>of(Class.forName(type.getName(), false, loader))
                    .filter(Class::isSealed);
        } catch (NoClassDefFoundError extendsOneOfALibrary) {
            return Optional.empty();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String file(String className) {
        return className.replaceFirst("\\$.*", "");
    }
}
