package org.insats.order;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;
import org.insats.casefile.MandatoryField;

/** The five points that an order or notice to a placement group states (ORD-05, ORD-06, BR-03), and what urgency asks for. */
final class RequestFields {

    private static final String SEND = "send";

    private static final List<QName> POINTS = List.of(
            OrderModel.CONTRACTOR_TYPE,
            OrderModel.EXTENT,
            OrderModel.NEEDS_TO_MEET,
            OrderModel.PURPOSE,
            OrderModel.CLIENT_INTERESTS,
            OrderModel.CLIENT_ABILITIES,
            OrderModel.CLIENT_NEEDS,
            OrderModel.ALLERGIES,
            OrderModel.CONTRACTOR_REQUIREMENTS,
            OrderModel.CONTRACTOR_WISHES);

    private RequestFields() {}

    /** Asked for when it is sent, where {@code condition} holds. */
    static Stream<MandatoryField> askedFor(Predicate<Document> condition) {
        return Stream.concat(
                POINTS.stream().map(point -> MandatoryField.mustWhen(point, condition, SEND)),
                Stream.of(OrderModel.DIRECT_CONTACT_AT, OrderModel.DIRECT_CONTACT_WITH)
                        .map(field -> MandatoryField.mustWhen(
                                field, condition.and(document -> document.isTrue(OrderModel.EMERGENCY)), SEND)));
    }

    /** An urgent placement whose order is not written out yet (TMP-41). */
    static boolean isStub(Document document) {
        return document.status().equals(OrderState.DRAFT.name())
                && document.isTrue(OrderModel.EMERGENCY)
                && !POINTS.stream().allMatch(document::isFilled);
    }
}
