package org.springframework.extensions.surf.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class I18NUtilTest {

    @BeforeEach
    void register() {
        I18NUtil.registerResourceBundle("org/springframework/extensions/surf/util/texts");
    }

    @AfterEach
    void forget() {
        I18NUtil.setLocale(null);
    }

    @Test
    void speaksTheThreadsLanguage() {
        I18NUtil.setLocale(Locale.ENGLISH);
        assertThat(I18NUtil.getMessage("greeting", "Test")).isEqualTo("Hello Test");
        I18NUtil.setLocale(Locale.forLanguageTag("sv"));
        assertThat(I18NUtil.getMessage("greeting", "Test")).isEqualTo("Hej Test");
    }

    @Test
    void unknownKeyIsNothing() {
        assertThat(I18NUtil.getMessage("no.such.key")).isNull();
    }
}
