package org.insats.embedded.webscript;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.extensions.webscripts.AbstractWebScript;

/** The web scripts of the class path by URL, each with its Java bean; matching works as Surf's index does. */
final class WebScriptRegistry {

    private static final String ROOT = "alfresco/extension/templates/webscripts/";
    private static final Pattern VALID =
            Pattern.compile("^/(([\\w\\-]+|\\{([a-zA-Z][\\w]*)\\})(;*)/?)+(\\.\\w+$)?|^/$");
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]\\w*)\\}");

    private final List<Entry> entries = new ArrayList<>();

    /** One URL template of one script. */
    private record Entry(
            WebScriptDescription description,
            AbstractWebScript script,
            String template,
            Pattern pattern,
            List<String> variables,
            int staticLength) {}

    /** A script found for a URL, or only the URL when no script there has the method. */
    record Found(
            WebScriptDescription description,
            AbstractWebScript script,
            Map<String, String> variables,
            String template) {}

    WebScriptRegistry(ApplicationContext context, boolean allModules) {
        try {
            Set<String> ids = new HashSet<>();
            for (Resource resource : context.getResources("classpath*:" + ROOT + "**/*.desc.xml")) {
                String path = resource.getURL().toString();
                String id =
                        path.substring(path.lastIndexOf(ROOT) + ROOT.length(), path.length() - ".desc.xml".length());
                boolean wanted = allModules || context.containsBean("webscript." + id.replace('/', '.'));
                if (wanted && ids.add(id)) {
                    register(id, resource, context);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The web script descriptors cannot be read", e);
        }
        entries.sort(Comparator.comparingInt(Entry::staticLength)
                .reversed()
                .thenComparing(Entry::template)
                .thenComparing(each -> each.description().id()));
    }

    private void register(String id, Resource resource, ApplicationContext context) throws IOException {
        WebScriptDescription description;
        try (InputStream xml = resource.getInputStream()) {
            description = WebScriptDescription.parse(id, xml);
        }
        String bean = description.beanName();
        if (!context.containsBean(bean)) {
            throw new IllegalStateException("Web script " + id + " has no Java bean '" + bean
                    + "': FreeMarker and JavaScript are not supported by the embedded repository");
        }
        if (!(context.getBean(bean) instanceof AbstractWebScript script)) {
            throw new IllegalStateException("The bean '" + bean + "' must extend AbstractWebScript");
        }
        description.urls().forEach(url -> entries.add(entry(description, script, url)));
    }

    private static Entry entry(WebScriptDescription description, AbstractWebScript script, String template) {
        if (!VALID.matcher(template).matches()) {
            throw new IllegalStateException(description.id() + ": URI Template malformed: " + template);
        }
        StringBuilder regex = new StringBuilder();
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(template);
        int start = 0;
        int length = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(template.substring(start, matcher.start())))
                    .append("(.*?)");
            length += matcher.start() - start;
            names.add(matcher.group(1));
            start = matcher.end();
        }
        regex.append(Pattern.quote(template.substring(start)));
        length += template.length() - start;
        return new Entry(description, script, template, Pattern.compile(regex.toString()), names, length);
    }

    /** The best match; present with a null script when the URL is known but not with this method. */
    Optional<Found> find(String method, String path) {
        Found urlOnly = null;
        String withoutExtension = withoutExtension(path);
        for (Entry entry : entries) {
            // Only a script that takes its format as an argument sees the end of the URL whole, as in ACS.
            boolean extension = entry.description().formatStyle() == WebScriptDescription.FormatStyle.ARGUMENT;
            Optional<Map<String, String>> variables = match(entry, extension ? path : withoutExtension);
            if (variables.isEmpty()) {
                continue;
            }
            if (entry.description().method().equals(method)) {
                return Optional.of(new Found(entry.description(), entry.script(), variables.get(), entry.template()));
            }
            urlOnly = new Found(entry.description(), null, variables.get(), entry.template());
        }
        return Optional.ofNullable(urlOnly);
    }

    private static String withoutExtension(String path) {
        int dot = path.indexOf('.');
        return dot >= 0 && path.lastIndexOf('/') < dot ? path.substring(0, dot) : path;
    }

    private static Optional<Map<String, String>> match(Entry entry, String path) {
        Matcher matcher = entry.pattern().matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < entry.variables().size(); i++) {
            String name = entry.variables().get(i);
            String value = matcher.group(i + 1);
            String before = values.put(name, value);
            if (before != null && !before.equals(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    int size() {
        return entries.size();
    }
}
