package org.insats.embedded.core.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of CMIS QL that is answered: {@code SELECT * FROM type [WHERE property op literal | [ANY] property IN (literal, ...)
 * (AND ...)] [ORDER BY property [ASC|DESC], ...]}. Names may have a prefix; texts are in single quotes with backslash escapes.
 */
record CmisQuery(String type, List<Condition> conditions, List<Order> orders) {
    private static final Pattern TOKEN = Pattern.compile("\\s*(?:(?<text>'(?:[^'\\\\]|\\\\.|'')*')"
            + "|(?<number>[-+]?[0-9]+(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*(?:[-.][A-Za-z0-9_]+)*(?::[A-Za-z0-9_]+(?:[-.][A-Za-z0-9_]+)*)?)"
            + "|(?<sign><=|>=|<>|!=|[=<>*,()]))");

    /** A comparison, with several values where the operator is {@code IN}; {@code any} for a property with several. */
    record Condition(String property, boolean any, String operator, List<Literal> values) {}

    /** A literal: {@code TEXT}, {@code NUMBER} or {@code TIMESTAMP}. */
    record Literal(String kind, String value) {}

    /** A property to sort by. */
    record Order(String property, boolean descending) {}

    static CmisQuery parse(String text) {
        return new Parser(text).query();
    }

    private record Token(String kind, String value) {
        boolean is(String word) {
            return !kind.equals("text") && value.equalsIgnoreCase(word);
        }
    }

    private static final class Parser {
        private final List<Token> tokens = new ArrayList<>();
        private int next;

        Parser(String text) {
            Matcher matcher = TOKEN.matcher(text.strip());
            int end = 0;
            String stripped = text.strip();
            while (end < stripped.length()) {
                if (!matcher.find(end) || matcher.start() != end) {
                    throw refused("what begins at character " + end);
                }
                for (String kind : List.of("text", "number", "name", "sign")) {
                    if (matcher.group(kind) != null) {
                        tokens.add(new Token(kind, matcher.group(kind)));
                    }
                }
                end = matcher.end();
            }
        }

        CmisQuery query() {
            expect("SELECT");
            expect("*");
            expect("FROM");
            String type = name();
            List<Condition> conditions = new ArrayList<>();
            if (take("WHERE")) {
                do {
                    conditions.add(condition());
                } while (take("AND"));
            }
            List<Order> orders = new ArrayList<>();
            if (take("ORDER")) {
                expect("BY");
                do {
                    String property = name();
                    boolean descending = take("DESC");
                    if (!descending) {
                        take("ASC");
                    }
                    orders.add(new Order(property, descending));
                } while (take(","));
            }
            if (next < tokens.size()) {
                throw refused(tokens.get(next).value());
            }
            return new CmisQuery(type, conditions, orders);
        }

        private Condition condition() {
            boolean any = take("ANY");
            String property = name();
            if (take("IN")) {
                expect("(");
                List<Literal> values = new ArrayList<>();
                do {
                    values.add(literal());
                } while (take(","));
                expect(")");
                return new Condition(property, any, "IN", values);
            }
            Token operator = token();
            if (any || !List.of("=", "<>", "<", ">", "<=", ">=").contains(operator.value())) {
                throw refused(operator.value());
            }
            return new Condition(property, false, operator.value(), List.of(literal()));
        }

        private Literal literal() {
            if (take("TIMESTAMP")) {
                Token value = token();
                if (!value.kind().equals("text")) {
                    throw refused("TIMESTAMP " + value.value());
                }
                return new Literal("TIMESTAMP", unquoted(value.value()));
            }
            Token value = token();
            return switch (value.kind()) {
                case "text" -> new Literal("TEXT", unquoted(value.value()));
                case "number" -> new Literal("NUMBER", value.value());
                default -> throw refused(value.value());
            };
        }

        private static String unquoted(String text) {
            return text.substring(1, text.length() - 1).replace("''", "'").replaceAll("\\\\(.)", "$1");
        }

        private String name() {
            Token token = token();
            if (!token.kind().equals("name")) {
                throw refused(token.value());
            }
            return token.value();
        }

        private Token token() {
            if (next >= tokens.size()) {
                throw refused("its end");
            }
            return tokens.get(next++);
        }

        private boolean take(String word) {
            if (next < tokens.size() && tokens.get(next).is(word)) {
                next++;
                return true;
            }
            return false;
        }

        private void expect(String word) {
            if (!take(word)) {
                throw refused(next < tokens.size() ? tokens.get(next).value() : "its end");
            }
        }

        private static UnsupportedOperationException refused(String what) {
            return new UnsupportedOperationException(
                    "A query is not supported by the embedded repository because of " + what);
        }
    }
}
