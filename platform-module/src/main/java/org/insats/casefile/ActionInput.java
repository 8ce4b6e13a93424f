package org.insats.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing that an act asks for. {@code GET documents/{id}} describes it to every form, so that a new act shows up in Share and
 * on the workbench without any script of its own.
 *
 * @param name its name in the request
 * @param type how it is filled in
 * @param mandatory whether the act is refused without it
 * @param choices what to choose among; empty where {@code type} and {@code source} say it, or where anything goes
 * @param source for {@link Type#ENUM} the prefixed name of the value list ({@code ins:consentAnswer}), for {@link Type#STAFF} the
 *     role, or several with commas between them, for {@link Type#DOCUMENT} the kind, for {@link Type#CONTRACTOR} the sort
 * @param value what the form starts with
 */
public record ActionInput(
        String name,
        Type type,
        boolean mandatory,
        List<Choice> choices,
        Optional<String> source,
        Optional<String> value) {

    /** As {@link #value}: the day it is. */
    public static final String TODAY = "today";

    /** How an input is filled in, and how its value looks in JSON. */
    public enum Type {
        /** A line. */
        TEXT,
        /** A text of several lines. */
        LONG_TEXT,
        /** {@code yyyy-mm-dd}. */
        DATE,
        /** An ISO instant. */
        DATETIME,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole number. */
        INT,
        /** One of the choices. */
        ENUM,
        /** A list of some of the choices. */
        ENUM_LIST,
        /** Id of a person of the case. */
        PERSON,
        /** User name of somebody who works in the case. */
        MEMBER,
        /** User name of somebody with a role in the unit. */
        STAFF,
        /** Names of some of those with a role in the unit, as they are noted. */
        STAFF_LIST,
        /** Id of a contractor in the register, found by a search of it. */
        CONTRACTOR,
        /** Id of a document of the case. */
        DOCUMENT,
        /** Id of a goal of the intervention. */
        GOAL
    }

    /**
     * Something to choose.
     *
     * @param value what is sent
     * @param label what is shown; empty where the value list has the text
     */
    public record Choice(String value, Optional<String> label) {

        /** A value with its text. */
        public static Choice of(String value, String label) {
            return new Choice(value, Optional.of(label));
        }
    }

    /** A line of text. */
    public static ActionInput text(String name) {
        return plain(name, Type.TEXT);
    }

    /** A text of several lines. */
    public static ActionInput longText(String name) {
        return plain(name, Type.LONG_TEXT);
    }

    /** A day. */
    public static ActionInput date(String name) {
        return plain(name, Type.DATE);
    }

    /** A day that is most often the present one. */
    public static ActionInput today(String name) {
        return date(name).startingWith(TODAY);
    }

    /** A day and a time of day. */
    public static ActionInput dateTime(String name) {
        return plain(name, Type.DATETIME);
    }

    /** Yes or no. */
    public static ActionInput yesNo(String name) {
        return plain(name, Type.BOOLEAN);
    }

    /** A whole number. */
    public static ActionInput number(String name) {
        return plain(name, Type.INT);
    }

    /**
     * One value of a list of the models.
     *
     * @param list prefixed name of the list, for example {@code ins:consentAnswer}
     * @param values those to offer; all of the list where none is stated
     */
    public static ActionInput oneOf(String name, String list, String... values) {
        return new ActionInput(name, Type.ENUM, false, choices(values), Optional.of(list), Optional.empty());
    }

    /** Several values of a list of the models; parameters as for {@link #oneOf(String, String, String...)}. */
    public static ActionInput someOf(String name, String list, String... values) {
        return new ActionInput(name, Type.ENUM_LIST, false, choices(values), Optional.of(list), Optional.empty());
    }

    /** One of some choices with their texts. */
    public static ActionInput oneOf(String name, List<Choice> choices) {
        return new ActionInput(name, Type.ENUM, false, choices, Optional.empty(), Optional.empty());
    }

    /** A person of the case, as far as the user may see them. */
    public static ActionInput person(String name) {
        return plain(name, Type.PERSON);
    }

    /** Somebody who works in the case. */
    public static ActionInput member(String name) {
        return plain(name, Type.MEMBER);
    }

    /**
     * Somebody with one of some roles in the unit of the case, or in the performing unit where the role is of that side; in the
     * file of a contractor, in the unit that keeps it.
     */
    public static ActionInput staff(String name, Role... roles) {
        String source = Stream.of(roles).map(Role::name).collect(Collectors.joining(","));
        return new ActionInput(name, Type.STAFF, false, List.of(), Optional.of(source), Optional.empty());
    }

    /** Some of those with one of some roles in the unit, as {@link #staff}, by the names that are noted of them. */
    public static ActionInput someStaff(String name, Role... roles) {
        String source = Stream.of(roles).map(Role::name).collect(Collectors.joining(","));
        return new ActionInput(name, Type.STAFF_LIST, false, List.of(), Optional.of(source), Optional.empty());
    }

    /** A contractor of the register, of one sort ({@code ins:serviceType}); a form searches {@code GET contractors} for it. */
    public static ActionInput contractor(String name, String sort) {
        return new ActionInput(name, Type.CONTRACTOR, false, List.of(), Optional.of(sort), Optional.empty());
    }

    /** A document of the case, of one kind. */
    public static ActionInput document(String name, String kind) {
        return new ActionInput(name, Type.DOCUMENT, false, List.of(), Optional.of(kind), Optional.empty());
    }

    /** A goal of the intervention. */
    public static ActionInput goal(String name) {
        return plain(name, Type.GOAL);
    }

    /** The same, refused when empty. */
    public ActionInput required() {
        return new ActionInput(name, type, true, choices, source, value);
    }

    /** The same, filled in with a value to start with. */
    public ActionInput startingWith(String start) {
        return new ActionInput(name, type, mandatory, choices, source, Optional.of(start));
    }

    /** The same, starting with a day if there is one. */
    public ActionInput startingWithDay(Optional<LocalDate> day) {
        return new ActionInput(
                name,
                type,
                mandatory,
                choices,
                source,
                day.map(LocalDate::toString).or(this::value));
    }

    /** The same, starting with a point in time if there is one. */
    public ActionInput startingAt(Optional<Instant> instant) {
        return new ActionInput(
                name,
                type,
                mandatory,
                choices,
                source,
                instant.map(Instant::toString).or(this::value));
    }

    private static ActionInput plain(String name, Type type) {
        return new ActionInput(name, type, false, List.of(), Optional.empty(), Optional.empty());
    }

    private static List<Choice> choices(String... values) {
        return Stream.of(values)
                .map(value -> new Choice(value, Optional.empty()))
                .toList();
    }
}
