package org.insats.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static String file(Object... cells) {
        Csv csv = new Csv(List.of("a"));
        csv.row(Arrays.asList(cells));
        return new String(csv.bytes(), StandardCharsets.UTF_8);
    }

    private static String row(Object... cells) {
        String file = file(cells);
        return file.substring(file.indexOf("\r\n") + 2);
    }

    @Test
    void startsWithAByteOrderMarkAndEndsEveryRowWithCarriageReturnAndLineFeed() {
        assertThat(file("x", LocalDate.of(2026, 3, 1), null, true)).isEqualTo("\uFEFFa\r\nx;2026-03-01;;true\r\n");
    }

    @Test
    void semicolonQuoteAndLineBreakAreQuoted() {
        assertThat(row("a;b", "a,b", "say \"hi\"", "two\nlines"))
                .isEqualTo("\"a;b\";a,b;\"say \"\"hi\"\"\";\"two\nlines\"\r\n");
    }

    @Test
    void nothingThatASpreadsheetWouldRunIsLeftAsItIs() {
        assertThat(row("=1+1", "+1", "-1", "@SUM(A1)", " =1", "\tx"))
                .isEqualTo("'=1+1;'+1;'-1;'@SUM(A1);' =1;'\tx\r\n");
        assertThat(row("=HYPERLINK(\"http://example.invalid\",\"x\")"))
                .isEqualTo("\"'=HYPERLINK(\"\"http://example.invalid\"\",\"\"x\"\")\"\r\n");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(row(-12L, 7)).isEqualTo("-12;7\r\n");
    }
}
