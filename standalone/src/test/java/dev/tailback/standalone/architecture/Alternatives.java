package dev.tailback.standalone.architecture;

import com.tngtech.archunit.core.domain.InstanceofCheck;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds code that asks for one alternative of a sealed type, by {@code instanceof} or by {@code
 * Rain.class::isInstance}. Such code still compiles when an alternative is added, and then ignores it; a {@code fold}
 * or an abstract method does not compile.
 */
final class Alternatives {

    private final JavaClasses classes;
    private final Set<String> alternatives = new HashSet<>();

    Alternatives(JavaClasses classes, ClassLoader loader) {
        this.classes = classes;
        for (JavaClass type : classes) {
            sealedType(type, loader)
                    .ifPresent(found -> Arrays.stream(found.getPermittedSubclasses())
                            .map(Class::getName)
                            .forEach(alternatives::add));
        }
    }

    /** How many sealed types' alternatives were found. */
    int count() {
        return alternatives.size();
    }

    /** How often each file asks for an alternative. */
    Map<String, Integer> askedFor() {
        Map<String, Integer> asked = new TreeMap<>();
        for (JavaClass user : classes) {
            asking(user)
                    .filter(type -> alternatives.contains(type.getName()))
                    .forEach(alternative -> asked.merge(file(user.getName()), 1, Integer::sum));
        }
        return asked;
    }

    /** What Micronaut writes about a bean names the types of its methods, and decides nothing by them. */
    private static Stream<JavaClass> asking(JavaClass user) {
        return isWrittenByMicronaut(user) ? Stream.empty() : asked(user);
    }

    private static boolean isWrittenByMicronaut(JavaClass user) {
        return user.getName().startsWith("$", user.getPackageName().length() + 1);
    }

    private static Stream<JavaClass> asked(JavaClass user) {
        return Stream.concat(
                user.getInstanceofChecks().stream().map(InstanceofCheck::getRawType),
                user.getReferencedClassObjects().stream().map(ReferencedClassObject::getRawType));
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
