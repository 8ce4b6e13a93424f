package org.insats.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.Match;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;

/** Asks a web script inside the repository, as the current user: transaction, rights and the whole answer, but no way over HTTP. */
final class InProcess {

    private InProcess() {}

    /**
     * Asks; returns the length of the answer in bytes.
     *
     * @throws IllegalStateException when it answers anything but 200
     */
    static int ask(AbstractWebScript script, Map<String, String> parameters) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int[] status = {200};
        WebScriptRequest request = proxy(WebScriptRequest.class, (method, argument) -> switch (method) {
            case "getParameter" -> parameters.get(argument);
            case "getServiceMatch" -> new Match("", Map.of(), "");
            default -> null;
        });
        WebScriptResponse response = proxy(WebScriptResponse.class, (method, argument) -> {
            if (method.equals("setStatus")) {
                status[0] = (Integer) argument;
            }
            return method.equals("getOutputStream") ? body : null;
        });
        try {
            script.execute(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (status[0] != 200) {
            throw new IllegalStateException("A report answered " + status[0]);
        }
        return body.size();
    }

    private interface Answer {
        Object to(String method, Object argument);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments == null ? null : arguments[0])));
    }
}
