package org.insats.embedded.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.springframework.dao.DataAccessException;

/** Failures for the log. A database's own message may quote the values of a row, so it is left out. */
public final class Failures {

    private static final int FRAMES = 12;

    private Failures() {}

    /** The chain of causes with their first frames; messages only where they cannot hold stored values. */
    public static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        for (Throwable each = failure; each != null; each = each.getCause() == each ? null : each.getCause()) {
            boolean quotesRow = each instanceof SQLException
                    || each instanceof DataAccessException
                    || each.getClass().getName().startsWith("org.apache.ibatis");
            out.println((each == failure ? "" : "Caused by: ")
                    + each.getClass().getName()
                    + (quotesRow || containsSql(each) ? "" : ": " + each.getMessage()));
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                out.println("    at " + frames[i]);
            }
        }
        return text.toString();
    }

    private static boolean containsSql(Throwable failure) {
        for (Throwable each = failure.getCause();
                each != null;
                each = each.getCause() == each ? null : each.getCause()) {
            if (each instanceof SQLException
                    && String.valueOf(failure.getMessage()).contains(each.getMessage())) {
                return true;
            }
        }
        return false;
    }
}
