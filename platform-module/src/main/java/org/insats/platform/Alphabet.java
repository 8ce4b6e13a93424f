package org.insats.platform;

import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/** The order of names in a list: å, ä and ö in that order after z, small and capital letters alike. */
public final class Alphabet {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private Alphabet() {}

    /** A comparator for one list; not for several threads at once. */
    public static Comparator<String> order() {
        Collator collator = Collator.getInstance(SWEDISH);
        collator.setStrength(Collator.SECONDARY);
        return collator::compare;
    }
}
