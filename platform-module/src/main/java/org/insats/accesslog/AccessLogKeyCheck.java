package org.insats.accesslog;

import java.util.List;
import org.insats.platform.SettingCheck;

/** Whether the access log's chain has a secret key (CON-118). */
final class AccessLogKeyCheck implements SettingCheck {

    private final AccessLogStore store;

    AccessLogKeyCheck(AccessLogStore store) {
        this.store = store;
    }

    @Override
    public List<Finding> findings() {
        return List.of(
                store.chain().isKeyed()
                        ? Finding.of(Level.OK, "ACCESS-LOG-KEY-OK")
                        : Finding.of(Level.NOTE, "ACCESS-LOG-KEY-NONE"));
    }
}
