package org.insats.order;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;

/** What a new order takes over from its intervention: decision, assignment, form of service, receiver. */
public final class OrderDefaults {

    private final Interventions interventions;

    /** Reads interventions by {@code interventions}. */
    public OrderDefaults(Interventions interventions) {
        this.interventions = interventions;
    }

    Map<QName, Serializable> of(Document order) {
        Intervention intervention = interventions.get(order.requireIntervention());
        Map<QName, Serializable> values = new LinkedHashMap<>();
        boolean temporary = "TEMPORARY_INTERVENTION".equals(intervention.service());
        values.put(OrderModel.ORDER_KIND, temporary ? "TEMPORARY" : "NEW");
        values.put(OrderModel.EMERGENCY, false);
        intervention.text(CaseModel.SERVICE).ifPresent(service -> {
            values.put(OrderModel.CONTRACTOR_TYPE, service);
            if ("OPEN_CARE".equals(service) || "TEMPORARY_INTERVENTION".equals(service)) {
                values.put(OrderModel.CHANNEL, "SOCIAL_RESOURCE_SERVICES");
            }
        });
        intervention.text(CaseModel.CURRENT_DECISION).ifPresent(id -> values.put(OrderModel.DECISION_REF, id));
        intervention.text(CaseModel.CURRENT_ASSIGNMENT).ifPresent(id -> values.put(OrderModel.ASSIGNMENT_REF, id));
        return values;
    }
}
