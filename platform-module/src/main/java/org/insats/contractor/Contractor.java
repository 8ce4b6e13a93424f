package org.insats.contractor;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.platform.LawDate;

/**
 * A contractor of the register as read (DOC-CTR). Who it is stands on a person node of its file; {@link #toString()} says
 * nothing of it.
 *
 * @param node the file
 * @param properties all properties by name
 */
public record Contractor(NodeRef node, Map<QName, Serializable> properties) {

    /** Id in the HTTP API and in documents. */
    public String id() {
        return node.getId();
    }

    /** Number in the register, for example {@code U-000012}. */
    public String number() {
        return text(CaseModel.CASE_NUMBER).orElse("");
    }

    /** What sort it is: identifier of DOC-ENUM-07. */
    public String type() {
        return text(ContractorModel.CONTRACTOR_TYPE).orElse("");
    }

    /** Unit of the placement group that keeps it. */
    public String unit() {
        return text(CaseModel.UNIT).orElse("");
    }

    /** Routine by which it is investigated. */
    public String profile() {
        return text(CaseModel.PROFILE).orElse("");
    }

    /** Id of the person node with name and contact details. */
    public Optional<String> person() {
        return text(ContractorModel.NAME_AND_CONTACT);
    }

    /** Whether the municipality has an agreement with the home. */
    public boolean isUnderMunicipalAgreement() {
        return Boolean.TRUE.equals(properties.get(ContractorModel.UNDER_MUNICIPAL_AGREEMENT));
    }

    /** Whether the municipality's agreement with the home holds on {@code day}: begun, and not over (INV-05, INV-07). */
    public boolean isUnderMunicipalAgreementOn(LocalDate day) {
        boolean begun = date(ContractorModel.MUNICIPAL_AGREEMENT_FROM)
                .filter(from -> !from.isAfter(day))
                .isPresent();
        boolean over = date(ContractorModel.MUNICIPAL_AGREEMENT_TO)
                .filter(to -> to.isBefore(day))
                .isPresent();
        return isUnderMunicipalAgreement() && begun && !over;
    }

    /** Reference of the municipality's agreement with the home, where it is valid on {@code day} (DOC-ENR-05). */
    public Optional<String> municipalAgreementOn(LocalDate day) {
        return isUnderMunicipalAgreementOn(day) ? text(ContractorModel.MUNICIPAL_AGREEMENT_REF) : Optional.empty();
    }

    /** When the placement worker registered it as a resource (DOC-CTR-05, BR-38). */
    public Optional<LocalDate> registeredAsResource() {
        return date(ContractorModel.REGISTERED_AS_RESOURCE);
    }

    /** When somebody was last in contact (DL-58). */
    public Optional<LocalDate> lastContact() {
        return date(ContractorModel.LAST_CONTACT);
    }

    /** Who registered it as a resource. */
    public Optional<String> registeredBy() {
        return text(ContractorModel.REGISTERED_BY);
    }

    /** A text that is not blank. */
    public Optional<String> text(QName property) {
        Serializable value = properties.get(property);
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }

    /** A date of law. */
    public Optional<LocalDate> date(QName property) {
        return LawDate.fromStored(properties.get(property));
    }

    /** A whole number. */
    public Optional<Integer> number(QName property) {
        return properties.get(property) instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    @Override
    public String toString() {
        return "Contractor[" + id() + "]";
    }
}
