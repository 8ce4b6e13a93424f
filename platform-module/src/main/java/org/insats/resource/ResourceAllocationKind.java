package org.insats.resource;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.platform.Refusal;

/** Resource allocation (DOC-DEC-14..18): a contractor or unit tied to an intervention that runs; one or several. */
public final class ResourceAllocationKind extends LifecycleKind<ResourceState, ResourceAction> {

    private final StandardResources resources;

    /** A kind whose actions are those of {@code resources}. */
    public ResourceAllocationKind(StandardResources resources) {
        super(ResourceLifecycle.TABLE);
        this.resources = resources;
    }

    @Override
    public String id() {
        return "resourceAllocation";
    }

    @Override
    public QName type() {
        return ResourceModel.TYPE_RESOURCE_ALLOCATION;
    }

    @Override
    public String code() {
        return "RES";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(ResourceModel.RESOURCE_TYPE, "allocate"),
                MandatoryField.must(ResourceModel.RESOURCE, "allocate"),
                MandatoryField.must(ResourceModel.RESOURCE_FROM, "allocate"),
                MandatoryField.must(ResourceModel.RESOURCE_PRELIMINARY_TO, "allocate"));
    }

    @Override
    public Optional<String> step(Document document) {
        return Optional.of("RESOURCE_ALLOCATION");
    }

    @Override
    public Map<QName, String> codeFields() {
        return Map.of(
                ResourceModel.RESOURCE_TYPE_CODE, "RESOURCE_TYPE",
                ResourceModel.RESOURCE, "RESOURCE");
    }

    /** RSP-25: the case worker allocates. */
    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("allocate", ResourceAction.ALLOCATE, resources::allocate)
                        .asking(allocation -> List.of(
                                ActionInput.date("from").startingWithDay(allocation.date(ResourceModel.RESOURCE_FROM)),
                                ActionInput.date("preliminaryTo")
                                        .startingWithDay(allocation.date(ResourceModel.RESOURCE_PRELIMINARY_TO)))),
                action("prolong", ResourceAction.PROLONG, resources::prolong)
                        .asking(ActionInput.date("preliminaryTo").required(), ActionInput.longText("reason")),
                action("close", ResourceAction.CLOSE, resources::close)
                        .asking(ActionInput.today("date"))
                        .forGood());
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(ResourceModel.RESOURCE_END, ResourceModel.ALLOCATED_BY, ResourceModel.CLOSED_BY);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return resources.defaults(document);
    }

    /** No to-date lies before the from-date. */
    @Override
    public void check(Document document) {
        Optional<LocalDate> from = document.date(ResourceModel.RESOURCE_FROM);
        requireNotBefore(from, document.date(ResourceModel.RESOURCE_PRELIMINARY_TO), "DOC-DEC-17");
        requireNotBefore(from, document.date(ResourceModel.RESOURCE_END), "DOC-DEC-18");
    }

    private static void requireNotBefore(Optional<LocalDate> from, Optional<LocalDate> to, String rule) {
        if (from.isPresent() && to.filter(from.get()::isAfter).isPresent()) {
            throw Refusal.rule(rule, from.get().toString()).violation();
        }
    }
}
