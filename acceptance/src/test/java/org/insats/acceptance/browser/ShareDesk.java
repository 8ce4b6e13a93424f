package org.insats.acceptance.browser;

import java.net.URI;
import java.util.List;
import org.insats.acceptance.Api;
import org.insats.acceptance.People;

/**
 * A desk with Share on the screen, or the workbench, which shows the same components: somebody logs in, opens pages, fills in forms
 * and performs acts, by mouse and keyboard alone.
 */
final class ShareDesk implements AutoCloseable {

    private final Browser browser;
    private final URI share;
    private final boolean isWorkbench;
    private String loggedIn = "";

    private ShareDesk(Browser browser, URI share, boolean isWorkbench) {
        this.browser = browser;
        this.share = share;
        this.isWorkbench = isWorkbench;
    }

    /** Opens a browser that prefers {@code language}; {@code share} ends in a slash. */
    static ShareDesk at(URI share, String language) {
        return new ShareDesk(Browser.start(language), share, false);
    }

    /** The same, with the workbench on the screen. */
    static ShareDesk atWorkbench(URI workbench, String language) {
        return new ShareDesk(Browser.start(language), workbench, true);
    }

    /** Element of the page that our components are in. */
    String frame() {
        return isWorkbench ? "main" : ".insats-page";
    }

    Browser browser() {
        return browser;
    }

    /** Somebody sits down; whoever sat here before is logged out. */
    void sitDown(Api who) {
        sitDown(who, People.PASSWORD);
    }

    /** The same, for somebody with a password of their own. */
    void sitDown(Api who, String password) {
        if (who.userName().equals(loggedIn)) {
            return;
        }
        if (isWorkbench) {
            browser.openAfresh(share);
            browser.type("#user", who.userName());
            browser.type("#password", password + "\n");
            browser.see("#page-title");
            loggedIn = who.userName();
            return;
        }
        browser.forgetCookies();
        browser.open(share.resolve("page"));
        browser.type("[name=username]", who.userName());
        browser.type("[name=password]", password + "\n");
        browser.waitUntil("document.querySelector('#HEADER_INSATS')");
        loggedIn = who.userName();
    }

    /** Opens a page of ours and waits until it has drawn itself. */
    void page(String address) {
        if (isWorkbench) {
            browser.go(fragment(address));
        } else {
            browser.open(share.resolve("page/" + address));
        }
        settle();
    }

    /** Where the workbench has a page of Share, for example {@code #/cases/2026-000123/documents/ID}. */
    private static String fragment(String address) {
        String page = address.replaceAll("\\?.*", "");
        String number = parameter(address, "case");
        return switch (page) {
            case "insats-case" -> "#/cases/" + number;
            case "insats-document" -> "#/cases/" + number + "/documents/" + parameter(address, "document");
            case "insats-contractor" -> "#/contractors/" + parameter(address, "contractor");
            case "insats-meeting" -> "#/meetings/" + parameter(address, "meeting");
            default -> "#/" + page.replace("insats-", "");
        };
    }

    private static String parameter(String address, String name) {
        return address.replaceAll(".*[?&]" + name + "=([\\w-]+).*", "$1");
    }

    /** The id or number that the address of the page on the screen ends in. */
    String shown() {
        return browser.address().replaceAll(".*[=/]([\\w-]+)$", "$1");
    }

    /** Opens any page of Share. */
    void stockPage(String address) {
        browser.open(share.resolve("page/" + address));
    }

    /** Waits until the components are there and none is busy. */
    void settle() {
        browser.waitUntil(
                "document.querySelector('" + frame() + " > *') && !document.querySelector('[aria-busy=\"true\"]')");
    }

    /** Writes in a field of a form of ours, by its id in the form configuration. */
    void fill(String field, String text) {
        browser.retype("[data-field='" + field + "'] :is(input:not(.picker), textarea)", text);
    }

    void choose(String field, String value) {
        browser.choose("[data-field='" + field + "'] select", value);
    }

    /** Chooses the first real value of a list, for example the only document of a kind. */
    void chooseOnly(String field) {
        String select = "document.querySelector(\"[data-field='" + field + "'] select\")";
        browser.waitUntil(select + ".options.length > 1");
        choose(field, (String) browser.script("return " + select + ".options[1].value"));
    }

    /** Ticks boxes by their texts. */
    void tick(String field, String... texts) {
        for (String text : texts) {
            String box = "[...document.querySelectorAll(\"[data-field='" + field
                    + "'] label\")].find(label => label.textContent.includes('" + text + "'))";
            browser.waitUntil(box);
            browser.script(box + ".scrollIntoView({block: 'center'})");
            browser.script(box + ".click()");
        }
    }

    /** Adds a goal in a field of goals. */
    void addGoal(String text) {
        browser.click("[data-field='ins:goals'] button.add");
        browser.press(text);
    }

    /** Saves the form on the page and waits for what comes after it. */
    void save() {
        browser.click("insats-form button[type=submit]");
        browser.waitUntil(
                "!document.querySelector('insats-form form') || document.querySelector('[role=alert].notice .notice-text')");
        String problem = problem();
        if (!problem.isEmpty()) {
            throw new AssertionError(problem);
        }
        settle();
    }

    /** Starts a new document of a case from the case's own page. */
    void startDocument(String caseNumber, String kind) {
        page("insats-case?case=" + caseNumber);
        browser.choose("#new-document", kind);
        browser.click(".line-form button.primary");
        browser.waitUntil("document.querySelector('insats-new-document form')");
    }

    /** Saves a new document; answers its id. */
    String saveNew() {
        browser.click("insats-form button[type=submit]");
        browser.waitUntil(
                "document.querySelector('insats-document') || document.querySelector('[role=alert].notice .notice-text')");
        if (!problem().isEmpty()) {
            throw new AssertionError(problem());
        }
        settle();
        browser.waitUntil("document.querySelector('insats-document .doc-head')");
        return (String) browser.script("return document.querySelector('insats-document').getAttribute('document')");
    }

    /** Opens a document's page. */
    void document(String caseNumber, String id) {
        page("insats-document?case=" + caseNumber + "&document=" + id);
    }

    /** Turns the document on the page into a form. */
    void edit() {
        browser.script("[...document.querySelectorAll('insats-document button')]"
                + ".find(button => ['Redigera', 'Ändra', 'Edit'].includes(button.textContent.trim())).click()");
        browser.waitUntil("document.querySelector('insats-document insats-form form')");
        settle();
    }

    /** Opens the form of an act on the page or in the dialogue. */
    void act(String name) {
        browser.click("button[data-act='" + name + "']");
        browser.see("form[data-act='" + name + "']");
    }

    /** Fills in what an act asks for. */
    void input(String name, String text) {
        browser.retype("[data-input='" + name + "'] :is(input:not(.picker), textarea)", text);
    }

    void inputChoice(String name, String value) {
        browser.choose("[data-input='" + name + "'] select", value);
    }

    /** Chooses in a list of an act by what it shows. */
    void inputText(String name, String text) {
        String option = "[...document.querySelectorAll(\"[data-input='" + name
                + "'] option\")].find(option => option.text.includes('" + text + "'))";
        browser.waitUntil(option);
        inputChoice(name, (String) browser.script("return " + option + ".value"));
    }

    /** Performs the act whose form is open; the page draws itself anew. */
    void perform() {
        String problem = tryToPerform();
        if (!problem.isEmpty()) {
            throw new AssertionError(problem);
        }
        settle();
    }

    /** Tries to; answers what stood in the way, or nothing. */
    String tryToPerform() {
        browser.click("form[data-act] button[type=submit]");
        browser.waitUntil(
                "!document.querySelector('form[data-act]') || document.querySelector('form[data-act] .notice-text')");
        return problem();
    }

    /** Opens the task of a rule on the list of tasks. */
    void task(String caseNumber, String ruleId) {
        page("insats-tasks");
        String task = "[...document.querySelectorAll(\".task[data-rule='" + ruleId
                + "']\")].find(task => task.innerText.includes('" + caseNumber + "'))";
        browser.waitUntil(task);
        browser.script(task + ".querySelector('button').click()");
        browser.waitUntil("document.querySelector('.task-form form')");
    }

    /** Completes the open task. */
    void completeTask() {
        browser.click(".task-form button[type=submit]");
        browser.waitUntil(
                "!document.querySelector('.task-form form') || document.querySelector('.task-form [role=alert].notice .notice-text')");
        String problem = problem();
        if (!problem.isEmpty()) {
            throw new AssertionError(problem);
        }
    }

    /** Rules and states of the tasks of a case on the list, for example {@code DL-06 Försenad}. */
    List<?> tasks(String caseNumber) {
        page("insats-tasks");
        return (List<?>) browser.script(
                "return [...document.querySelectorAll('.task')].filter(task => task.innerText.includes(arguments[0]))"
                        + ".map(task => `${task.dataset.rule} ${task.querySelector('.chip').innerText.trim()}`)",
                caseNumber);
    }

    /** Shows a folder of a case in Share's own document library. */
    void folder(String path) {
        stockPage("repository#filter=path%7C" + path.replace("/", "%2F"));
        browser.reload();
        browser.waitUntil("document.querySelector('tr.yui-dt-rec h3.filename, .yui-dt-data .filename')");
    }

    /** Opens the dialogue of acts of a document in Share's document library. */
    void actsInLibrary(String documentName) {
        browser.script(
                "document.querySelectorAll('[data-walk]').forEach(row => delete row.dataset.walk);"
                        + "[...document.querySelectorAll('tr.yui-dt-rec')].find(row => row.innerText.includes(arguments[0]))"
                        + ".querySelector('td.yui-dt-col-fileName').dataset.walk = 'here'",
                documentName);
        browser.hover("[data-walk]");
        browser.click("[data-walk] ~ * .insats-acts a, tr:has([data-walk]) .insats-acts a");
        browser.see("dialog insats-acts h2");
    }

    /** Writes in a field of a form of Share's own. */
    void stockFill(String property, String text) {
        browser.retype(
                "[id$='prop_" + property + "-control'], [id$='prop_" + property + "']:not([type='hidden'])", text);
    }

    private String problem() {
        return (String)
                browser.script("return document.querySelector('[role=alert].notice .notice-text')?.innerText ?? ''");
    }

    @Override
    public void close() {
        browser.close();
    }
}
