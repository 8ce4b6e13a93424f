package org.insats.platform;

import java.util.List;

/**
 * Something of the installation that an administrator should know of, looked at when asked. Every bean of this type is asked by
 * {@code GET admin/checks}; a room adds its own. The text of a finding is the message {@code insats.check.<id>}.
 */
public interface SettingCheck {

    /** How weighty a finding is. */
    enum Level {
        /** As it should be. */
        OK,
        /** Works, but somebody should decide whether it is meant so. */
        NOTE,
        /** Something will not work. */
        PROBLEM
    }

    /**
     * What was found.
     *
     * @param id of the text, in capitals, for example {@code GROUPS-NONE}
     * @param level how weighty it is
     * @param arguments what the text needs ({@code {0}} ...); never personal data
     */
    record Finding(String id, Level level, List<Object> arguments) {

        /** A finding with the arguments of its text. */
        public static Finding of(Level level, String id, Object... arguments) {
            return new Finding(id, level, List.of(arguments));
        }
    }

    /** What there is to say; at least one finding, also where all is well. */
    List<Finding> findings();
}
