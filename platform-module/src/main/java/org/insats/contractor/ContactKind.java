package org.insats.contractor;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** An entry of the contact log: support, remuneration, training; of homes phone contact and visit (DOC-CTR-08, DL-58). */
public final class ContactKind implements DocumentKind {

    /** Its id. */
    static final String ID = "contractorContact";

    private final List<DocumentAction> actions;

    /** A kind with one action. */
    public ContactKind(NoteContact noteContact) {
        this.actions = List.of(noteContact);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return ContractorModel.TYPE_CONTACT;
    }

    @Override
    public String code() {
        return "KON";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public QName fileType() {
        return ContractorModel.TYPE_FILE;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(ContractorModel.CONTACT_DATE, NoteContact.NAME),
                MandatoryField.must(ContractorModel.CONTACT_KIND, NoteContact.NAME),
                MandatoryField.must(ContractorModel.CONTACT_TEXT, NoteContact.NAME));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(Role::isPlacementGroup);
    }

    @Override
    public Map<QName, Serializable> defaults(Document contact) {
        return Map.of(ContractorModel.CONTACT_DATE, contact.properties().get(CaseModel.DOCUMENT_DATE));
    }
}
