package org.springframework.extensions.surf.util;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Texts in the locale of the thread, from the bundles that were registered; each look-up fails while one of them is missing. */
public class I18NUtil {

    private static final ThreadLocal<Locale> LOCALE = new ThreadLocal<>();
    private static final Set<String> BUNDLES = new ConcurrentSkipListSet<>();

    /** Sets the thread's locale; null takes it away. */
    public static void setLocale(Locale locale) {
        LOCALE.set(locale);
    }

    /** The thread's locale, else the JVM's. */
    public static Locale getLocale() {
        Locale locale = LOCALE.get();
        return locale == null ? Locale.getDefault() : locale;
    }

    /** Adds a bundle, for example {@code alfresco.module.x.messages.y}. */
    public static void registerResourceBundle(String bundleBaseName) {
        BUNDLES.add(bundleBaseName);
    }

    /** A text in the thread's locale, null where there is none. */
    public static String getMessage(String messageKey) {
        return getMessage(messageKey, getLocale());
    }

    /** A text in a locale, null where there is none. */
    public static String getMessage(String messageKey, Locale locale) {
        if (messageKey == null) {
            return null;
        }
        for (String bundle : BUNDLES) {
            String message = message(bundle.replace('/', '.'), messageKey, locale);
            if (message != null) {
                return message;
            }
        }
        return null;
    }

    /** A text in the thread's locale with parameters in the style of {@link MessageFormat}. */
    public static String getMessage(String messageKey, Object... params) {
        return getMessage(messageKey, getLocale(), params);
    }

    /** A text in a locale with parameters in the style of {@link MessageFormat}. */
    public static String getMessage(String messageKey, Locale locale, Object... params) {
        String message = getMessage(messageKey, locale);
        return message == null || params == null ? message : MessageFormat.format(message, params);
    }

    private static String message(String bundle, String key, Locale locale) {
        ResourceBundle texts = ResourceBundle.getBundle(bundle, locale);
        return texts.containsKey(key) ? texts.getString(key) : null;
    }
}
