package org.insats.importer.read;

import java.util.List;
import java.util.Optional;

/**
 * What stands on one page.
 *
 * @param number of the page in the file, from 1
 * @param state what kind of page it is
 * @param codes valid codes of forms on it
 * @param fingerprint what it looks like; empty where it cannot be opened
 * @param fields what else was read
 */
record PageReading(int number, State state, List<FormCode> codes, String fingerprint, List<Field> fields) {

    /** Kinds of page. */
    enum State {
        /** One form's code, whole. */
        CODED,
        /** A code of ours with a wrong checksum, alone or beside a whole one. */
        DAMAGED,
        /** Codes of several forms. */
        SEVERAL,
        /** No code of ours. */
        PLAIN,
        /** Nothing at all: the back of a sheet. */
        BLANK,
        /** A sheet that parts papers. */
        SEPARATOR,
        /** It cannot be opened. */
        UNREADABLE
    }

    PageReading {
        codes = List.copyOf(codes);
        fields = List.copyOf(fields);
    }

    static PageReading unreadable(int number) {
        return new PageReading(number, State.UNREADABLE, List.of(), "", List.of());
    }

    Optional<FormCode> code() {
        return codes.stream().findFirst();
    }

    /** What kind of page the codes on it make it. */
    static State stateOf(List<String> texts, boolean blank) {
        List<String> ours = texts.stream().filter(FormCode::isOurs).distinct().toList();
        if (ours.isEmpty()) {
            return blank ? State.BLANK : State.PLAIN;
        }
        if (ours.size() == 1 && FormCode.isSeparator(ours.get(0))) {
            return State.SEPARATOR;
        }
        long whole =
                ours.stream().filter(text -> FormCode.parse(text).isPresent()).count();
        if (whole < ours.size()) {
            return State.DAMAGED;
        }
        return whole == 1 ? State.CODED : State.SEVERAL;
    }
}
