package org.insats.embedded;

import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.embedded.http.ClasspathServlet;
import org.insats.embedded.http.HttpServer;
import org.insats.embedded.rest.RestBeans;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericXmlApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * A small repository that hosts the platform module unchanged: one Spring context that reads the very module contexts
 * which ACS reads, and an HTTP server on 127.0.0.1. Started by the program or inside a test.
 */
public final class EmbeddedRepository implements AutoCloseable {

    /** Read in this order; a later bean replaces an earlier one of the same id, as in ACS. */
    private static final List<String> OWN_CONTEXTS = List.of(
            "classpath:org/insats/embedded/core/core-context.xml", "classpath:org/insats/embedded/server-context.xml");

    private static final List<String> MODULE_CONTEXTS = List.of(
            "classpath*:alfresco/module/%s/module-bootstrap-context.xml",
            "classpath*:alfresco/module/%s/module-context.xml");

    /** Settings of ACS itself that modules read, with ACS's defaults. */
    private static final Map<String, String> ACS_DEFAULTS = Map.of("repo.event2.enabled", "true");

    private final GenericXmlApplicationContext context;
    private final HttpServer server;

    private EmbeddedRepository(GenericXmlApplicationContext context, HttpServer server) {
        this.context = context;
        this.server = server;
    }

    /** A builder with a free port and H2 in the data folder. */
    public static Builder builder() {
        return new Builder();
    }

    /** The repository's Spring context, with the beans named as ACS names them. */
    public ApplicationContext context() {
        return context;
    }

    /** The port that the HTTP server listens on. */
    public int port() {
        return server.port();
    }

    /** The address of the server without a trailing slash, for example {@code http://127.0.0.1:8080}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            context.close();
        }
    }

    /** Collects what a repository is started with. */
    public static final class Builder {

        private final Map<String, Object> properties = new HashMap<>();
        private Path dataDir = Path.of("data");
        private DatabaseSettings database;
        private int port;
        private List<String> modules = List.of("*");

        private Builder() {}

        /** The folder that holds database and content; created when missing. */
        public Builder dataDir(Path dir) {
            this.dataDir = dir;
            return this;
        }

        /** The TCP port on 127.0.0.1; 0, the default, takes any free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** A PostgreSQL (or H2) database instead of the one in the data folder. */
        public Builder database(String url, String user, String password) {
            this.database = new DatabaseSettings(url, user, password);
            return this;
        }

        /** Overrides a property of the modules' {@code alfresco-global.properties}. */
        public Builder property(String name, String value) {
            properties.put(name, value);
            return this;
        }

        /** Loads these modules only, and of their web scripts those that have a bean; all modules by default. */
        public Builder onlyModules(String... ids) {
            this.modules = List.of(ids);
            return this;
        }

        /**
         * Starts the repository; returns when it answers over HTTP.
         *
         * @throws IllegalStateException when the port is taken
         */
        public EmbeddedRepository start() {
            GenericXmlApplicationContext context = new GenericXmlApplicationContext();
            try {
                Files.createDirectories(dataDir);
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("insats-embedded", settings()));
                context.load(contexts());
                context.refresh();
                HttpServer server = new HttpServer(port, dataDir.resolve("tomcat"));
                mount(server, context);
                server.start();
                return new EmbeddedRepository(context, server);
            } catch (IOException e) {
                context.close();
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                context.close();
                throw e;
            }
        }

        private String[] contexts() {
            List<String> all = new ArrayList<>(OWN_CONTEXTS);
            MODULE_CONTEXTS.forEach(pattern -> modules.forEach(id -> all.add(String.format(pattern, id))));
            all.add("classpath*:alfresco/extension/*-context.xml");
            return all.toArray(String[]::new);
        }

        private Map<String, Object> settings() {
            DatabaseSettings db = database == null ? DatabaseSettings.h2(dataDir) : database;
            Map<String, Object> all = new HashMap<>(ACS_DEFAULTS);
            all.putAll(properties);
            all.put("insats.embedded.allModules", modules.contains("*"));
            all.put("insats.embedded.instance", Integer.toString(System.identityHashCode(this)));
            all.put("dir.root", dataDir.toAbsolutePath().toString());
            all.put("db.url", db.url());
            all.put("db.username", db.user());
            all.put("db.password", db.password());
            return all;
        }

        private static void mount(HttpServer server, ApplicationContext context) {
            Map<String, HttpServlet> alfresco = new LinkedHashMap<>();
            HttpServlet webScripts = context.getBean("insats.embedded.webScriptServlet", HttpServlet.class);
            alfresco.put("/s/*", webScripts);
            alfresco.put("/service/*", webScripts);
            alfresco.put("/api/*", RestBeans.servlet(context));
            server.mount("/alfresco", alfresco);
            server.mount("/insats", Map.of("/*", new ClasspathServlet("META-INF/insats/")));
            server.mount("", Map.of("", new ClasspathServlet("META-INF/insats/")));
        }
    }
}
