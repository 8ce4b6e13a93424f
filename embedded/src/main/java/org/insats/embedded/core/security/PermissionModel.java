package org.insats.embedded.core.security;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** ACS's stock permissions and roles, each as the lowest permissions that it stands for. */
final class PermissionModel {
    private static final Map<String, Set<String>> MODEL = new HashMap<>();
    private static final Set<String> LOWEST = Set.of(
            "ReadProperties",
            "ReadChildren",
            "WriteProperties",
            "ReadContent",
            "WriteContent",
            "ExecuteContent",
            "DeleteNode",
            "DeleteChildren",
            "CreateChildren",
            "LinkChildren",
            "DeleteAssociations",
            "ReadAssociations",
            "CreateAssociations",
            "ReadPermissions",
            "ChangePermissions",
            "SetOwner",
            "Lock",
            "Unlock");

    static {
        LOWEST.forEach(each -> MODEL.put(each, Set.of(each)));
        group("Read", "ReadProperties", "ReadChildren", "ReadContent");
        group("Write", "WriteProperties", "WriteContent");
        group("Delete", "DeleteNode", "DeleteChildren");
        group("AddChildren", "CreateChildren", "LinkChildren");
        group("Execute", "ExecuteContent");
        group("TakeOwnership", "SetOwner");
        group("CheckOut", "Lock");
        group("CheckIn", "Unlock");
        group("CancelCheckOut", "Unlock");
        group("Consumer", "Read");
        group("Editor", "Consumer", "Write", "CheckOut", "ReadPermissions");
        group("Contributor", "Consumer", "AddChildren", "ReadPermissions");
        group("Collaborator", "Editor", "Contributor");
        for (String full : new String[] {"FullControl", "All", "Coordinator", "Administrator"}) {
            MODEL.put(full, LOWEST);
        }
    }

    private PermissionModel() {}

    private static void group(String name, String... parts) {
        Set<String> all = new HashSet<>();
        for (String part : parts) {
            all.addAll(MODEL.get(part));
        }
        MODEL.put(name, Set.copyOf(all));
    }

    /**
     * The lowest permissions that a permission or role stands for.
     *
     * @throws UnsupportedOperationException for one that is not ACS's stock
     */
    static Set<String> lowest(String permission) {
        Set<String> found = MODEL.get(permission);
        if (found == null) {
            throw new UnsupportedOperationException(
                    "Permission " + permission + " is not supported by the embedded repository");
        }
        return found;
    }
}
