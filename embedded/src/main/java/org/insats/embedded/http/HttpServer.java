package org.insats.embedded.http;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;

/** The embedded Tomcat, bound to 127.0.0.1 only: the embedded repository is a means to run and test, never a service on a network. */
public final class HttpServer implements AutoCloseable {

    /** Largest upload accepted, in bytes. */
    public static final long MAX_UPLOAD = 100L * 1024 * 1024;

    private static final int SPOOL_THRESHOLD = 1024 * 1024;

    /** Tomcat logs by java.util.logging; kept here, as the JDK forgets levels of loggers that nobody holds. */
    private static final Logger TOMCAT_LOG = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();

    /**
     * @param port TCP port, 0 for any free one
     * @param workDir folder for Tomcat's temporary files, created when missing
     * @throws IOException when the work folder cannot be made
     */
    public HttpServer(int port, Path workDir) throws IOException {
        TOMCAT_LOG.setLevel(Level.WARNING);
        Files.createDirectories(workDir);
        tomcat.setBaseDir(workDir.toAbsolutePath().toString());
        Connector connector = new Connector();
        connector.setPort(port);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxThreads", "40");
        connector.setProperty("server", "Insats");
        connector.setMaxPostSize(2 * SPOOL_THRESHOLD);
        ((AbstractProtocol<?>) connector.getProtocolHandler()).setConnectionTimeout(20_000);
        tomcat.setConnector(connector);
        tomcat.getHost().setAutoDeploy(false);
    }

    /**
     * Mounts servlets under one context path.
     *
     * @param contextPath for example {@code /alfresco}, or empty for the root
     * @param servlets servlet by mapping, for example {@code /s/*}
     */
    public void mount(String contextPath, Map<String, HttpServlet> servlets) {
        StandardContext context = (StandardContext) tomcat.addContext(contextPath, null);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setUnpackWAR(false);
        java.util.ServiceLoader.load(jakarta.servlet.ServletContainerInitializer.class)
                .forEach(each -> context.addServletContainerInitializer(each, null));
        servlets.forEach((mapping, servlet) -> addServlet(context, mapping, servlet));
    }

    private static void addServlet(Context context, String mapping, HttpServlet servlet) {
        String name = servlet.getClass().getSimpleName() + mapping;
        var wrapper = Tomcat.addServlet(context, name, servlet);
        wrapper.setLoadOnStartup(1);
        wrapper.setMultipartConfigElement(
                new MultipartConfigElement(null, MAX_UPLOAD, MAX_UPLOAD + SPOOL_THRESHOLD, SPOOL_THRESHOLD));
        context.addServletMappingDecoded(mapping, name);
    }

    /**
     * Starts listening.
     *
     * @throws IllegalStateException when the port is taken
     */
    public void start() {
        try {
            tomcat.start();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The HTTP server did not start; choose another port with --port", e);
        }
        if (port() <= 0) {
            throw new IllegalStateException("The port is taken; choose another with --port, or 0 for any free one");
        }
    }

    /** The port listened on; -1 before {@link #start()}. */
    public int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException("The HTTP server did not stop cleanly", e);
        }
    }
}
