package org.insats.alfrescoapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Test;

/** Keeps the stand-in small: at the cap, remove a need (docs/decisions/0002-alfresco-api.md). */
class SizeTest {

    private static final int MOST_TYPES = 59;
    private static final int MOST_METHODS = 299;

    @Test
    void hasUnderSixtyTopLevelTypes() throws Exception {
        List<String> types =
                types().stream().filter(name -> !name.contains("$")).toList();
        assertThat(types).hasSizeBetween(1, MOST_TYPES);
    }

    @Test
    void hasUnderThreeHundredMethods() throws Exception {
        List<String> methods = types().stream()
                .map(SizeTest::load)
                .filter(type -> !Modifier.isPrivate(type.getModifiers()) && !type.isAnonymousClass())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(SizeTest::isOfTheApi)
                .map(Method::toString)
                .toList();
        assertThat(methods).hasSizeBetween(1, MOST_METHODS);
    }

    private static boolean isOfTheApi(Method method) {
        boolean visible = Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers());
        boolean ofObject = List.of("equals", "hashCode", "toString").contains(method.getName());
        boolean ofEnum = method.getDeclaringClass().isEnum();
        return visible && !method.isSynthetic() && !ofObject && !ofEnum && !isDeclaredBefore(method);
    }

    /** Whether an interface declares the method already, so that it is not counted twice. */
    private static boolean isDeclaredBefore(Method method) {
        return Arrays.stream(method.getDeclaringClass().getInterfaces())
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .anyMatch(declared -> declared.getName().equals(method.getName())
                        && declared.getParameterCount() == method.getParameterCount());
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, SizeTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> types() throws IOException, URISyntaxException {
        Path root = Path.of(
                QName.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.substring(0, name.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .toList();
        }
    }
}
