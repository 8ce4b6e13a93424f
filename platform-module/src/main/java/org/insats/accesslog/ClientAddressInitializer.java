package org.insats.accesslog;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.Set;

/**
 * Has the servlet container tell of every request, whichever door it comes by: web scripts, REST, WebDAV, CMIS. The container finds this
 * class by {@code META-INF/services}, so that no file of the platform's is changed. Behind a proxy the container must be told to take
 * the client's address from the proxy's header (Tomcat: RemoteIpValve).
 */
public final class ClientAddressInitializer implements ServletContainerInitializer {

    @Override
    public void onStartup(Set<Class<?>> classes, ServletContext context) {
        context.addListener(new Listener());
    }

    /** Notes the address for as long as the request lasts; then logs what the request looked at. */
    private static final class Listener implements ServletRequestListener {

        @Override
        public void requestInitialized(ServletRequestEvent event) {
            ClientAddress.enter(event.getServletRequest().getRemoteAddr());
            Sights.begin();
        }

        @Override
        public void requestDestroyed(ServletRequestEvent event) {
            try {
                Sights.end();
            } finally {
                ClientAddress.leave();
            }
        }
    }
}
