package org.insats.setup;

import java.util.List;
import org.insats.platform.InsatsFolders;
import org.insats.platform.SettingCheck;

/** Whether the folders that the module makes at start are where they should be. */
public final class FolderCheck implements SettingCheck {

    private final InsatsFolders folders;

    /** Reads {@code folders}. */
    public FolderCheck(InsatsFolders folders) {
        this.folders = folders;
    }

    @Override
    public List<Finding> findings() {
        try {
            folders.cases();
            folders.contractors();
            folders.scanQueue();
            folders.reports();
            folders.routineProfiles();
            return List.of(Finding.of(Level.OK, "FOLDERS-OK"));
        } catch (IllegalStateException missing) {
            return List.of(Finding.of(Level.PROBLEM, "FOLDERS-MISSING", missing.getMessage()));
        }
    }
}
