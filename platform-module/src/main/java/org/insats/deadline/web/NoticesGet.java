package org.insats.deadline.web;

import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.insats.deadline.NoticePreferences;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET me/notices}: whether the user gets mail about deadlines, and in which language. */
public final class NoticesGet extends JsonWebScript {

    private final NoticePreferences preferences;

    /** Reads {@code preferences}. */
    public NoticesGet(WebScriptSupport support, NoticePreferences preferences) {
        super(support);
        this.preferences = preferences;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return preferences.of(AuthenticationUtil.getFullyAuthenticatedUser());
    }
}
