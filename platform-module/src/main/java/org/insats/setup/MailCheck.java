package org.insats.setup;

import java.util.List;
import org.insats.platform.SettingCheck;

/** Whether mail about deadlines goes out, and with a link that leads somewhere. */
public final class MailCheck implements SettingCheck {

    private final boolean enabled;
    private final String link;

    /**
     * Creates it.
     *
     * @param enabled {@code insats.mail.enabled}
     * @param link {@code insats.mail.link}
     */
    public MailCheck(boolean enabled, String link) {
        this.enabled = enabled;
        this.link = link;
    }

    @Override
    public List<Finding> findings() {
        if (!enabled) {
            return List.of(Finding.of(Level.NOTE, "MAIL-OFF"));
        }
        return List.of(link.isBlank() ? Finding.of(Level.NOTE, "MAIL-NO-LINK") : Finding.of(Level.OK, "MAIL-OK"));
    }
}
