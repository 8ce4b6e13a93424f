package org.insats.order;

import java.util.List;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/**
 * A document that an act on an order writes: a withdrawal (DOC-WDR) or the written reason for declining (DOC-DCL). Nobody
 * fills it in by hand; it is the record from the start.
 */
public final class PaperKind implements DocumentKind {

    private final String id;
    private final String code;
    private final QName type;
    private final List<MandatoryField> mandatory;

    private PaperKind(String id, String code, QName type, List<MandatoryField> mandatory) {
        this.id = id;
        this.code = code;
        this.type = type;
        this.mandatory = mandatory;
    }

    /** Withdrawal of an order or notice. */
    public static PaperKind withdrawal() {
        return new PaperKind(
                "withdrawal",
                "ATG",
                OrderModel.TYPE_WITHDRAWAL,
                List.of(
                        MandatoryField.must(OrderModel.WITHDRAWN, "establish"),
                        MandatoryField.must(OrderModel.WITHDRAWAL_REASON, "establish"),
                        MandatoryField.must(OrderModel.WITHDRAWN_AT, "establish"),
                        MandatoryField.must(OrderModel.WITHDRAWN_BY, "establish"),
                        MandatoryField.must(OrderModel.ORALLY_INFORMED, "establish"),
                        MandatoryField.must(OrderModel.ORALLY_INFORMED_AT, "establish")));
    }

    /** Written reason for declining an order. */
    public static PaperKind decline() {
        return new PaperKind(
                "decline",
                "AVB",
                OrderModel.TYPE_DECLINE,
                List.of(
                        MandatoryField.must(OrderModel.ORDER_REF, "establish"),
                        MandatoryField.must(OrderModel.DECLINE_REASON, "establish"),
                        MandatoryField.must(OrderModel.DECIDED_BY, "establish"),
                        MandatoryField.must(OrderModel.GIVEN_TO, "establish"),
                        MandatoryField.must(OrderModel.DECLINED_DATE, "establish")));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public QName type() {
        return type;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return mandatory;
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of();
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return false;
    }
}
