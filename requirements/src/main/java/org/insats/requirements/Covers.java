package org.insats.requirements;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which requirements a test proves. An id counts only when the test passed, and only if the test would fail
 * without the feature. A row of a table of examples reports its ids instead ({@link CoversListener#REPORTED}).
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Covers {

    /** Ids as they stand in {@code docs/requirements}, for example {@code "DL-10"}; an unknown id fails the build. */
    String[] value();
}
