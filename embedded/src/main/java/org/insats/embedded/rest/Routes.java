package org.insats.embedded.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls of the REST API by method and path template. */
final class Routes {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)\\}");

    private final List<Route> routes = new ArrayList<>();

    /** Answers one call. */
    @FunctionalInterface
    interface Handler {
        RestResult handle(RestRequest request);
    }

    /** One call; the only ones without log-in are those that make a ticket. */
    record Route(String method, Pattern pattern, List<String> names, Handler handler, boolean open) {}

    record Found(Route route, Map<String, String> variables) {}

    Routes add(String method, String template, Handler handler) {
        return add(method, template, handler, false);
    }

    Routes add(String method, String template, Handler handler, boolean open) {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(template);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        Pattern pattern = Pattern.compile(matcher.replaceAll("([^/]+)"));
        routes.add(new Route(method, pattern, names, handler, open));
        return this;
    }

    Optional<Found> find(String method, String path) {
        boolean pathKnown = false;
        for (Route route : routes) {
            Matcher matcher = route.pattern().matcher(path);
            if (!matcher.matches()) {
                continue;
            }
            pathKnown = true;
            if (route.method().equals(method)) {
                Map<String, String> variables = new HashMap<>();
                for (int i = 0; i < route.names().size(); i++) {
                    variables.put(route.names().get(i), matcher.group(i + 1));
                }
                return Optional.of(new Found(route, variables));
            }
        }
        if (pathKnown) {
            throw new RestException(
                    405, "framework.exception.UnsupportedResourceOperation", "The operation is unsupported");
        }
        return Optional.empty();
    }
}
