package org.insats.contractor;

/** What another room keeps with a contractor and shows to who reads the file; a Spring bean of this type adds it. */
public interface ContractorPart {

    /** Name in the answer. */
    String name();

    /** What is shown, as a value that becomes JSON; called inside the service person's scope. */
    Object of(Contractor contractor);
}
