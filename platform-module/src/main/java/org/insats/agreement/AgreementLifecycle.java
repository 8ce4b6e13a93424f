package org.insats.agreement;

import static org.insats.agreement.AgreementState.CLOSED;
import static org.insats.agreement.AgreementState.DRAFT;
import static org.insats.agreement.AgreementState.ESTABLISHED;
import static org.insats.agreement.AgreementState.REPLACED;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/** The life of an agreement: drawn up, renewed by another at a continued grant, terminated (STA-03, BR-39, DL-49). */
public final class AgreementLifecycle {

    /** The table. */
    public static final StateMachine<AgreementState, AgreementAction> TABLE = StateMachine.of(
                    AgreementState.class, AgreementAction.class, DRAFT)
            .allow(DRAFT, AgreementAction.ESTABLISH, ESTABLISHED, "STA-03, STA-13")
            .note(EnumSet.of(ESTABLISHED), AgreementAction.RENEW, "BR-39, EXT-03")
            .allow(ESTABLISHED, AgreementAction.REPLACE, REPLACED, "BR-39, EXT-03")
            .allow(ESTABLISHED, AgreementAction.TERMINATE, CLOSED, "DL-49, END-28")
            .build();

    private AgreementLifecycle() {}
}
