package org.insats.match;

import org.insats.casefile.Documents;
import org.insats.casefile.event.ConsentRecorded;
import org.insats.casefile.event.ContractorTurnedDown;
import org.insats.casefile.event.NoticeSuperseded;
import org.insats.casefile.event.OrderEnded;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** An answer moves its match, whichever door it came through; a withdrawn or declined referral takes its match with it. */
public final class MatchListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Documents documents;
    private final Matches matches;
    private final MatchActs acts;

    /** Moves matches by {@code acts}. */
    public MatchListener(Documents documents, Matches matches, MatchActs acts) {
        this.documents = documents;
        this.matches = matches;
        this.acts = acts;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof ConsentRecorded recorded
                && recorded.subject().equals(Matches.SUBJECT)) {
            acts.answered(documents.get(recorded.concerns()), recorded);
        } else if (event.getPayload() instanceof ContractorTurnedDown turnedDown) {
            matches.current(turnedDown.intervention())
                    .filter(match -> match.text(MatchModel.REGISTER_ENTRY)
                            .filter(turnedDown.contractor()::equals)
                            .isPresent())
                    .ifPresent(match -> acts.turnedDown(match, turnedDown));
        } else if (event.getPayload() instanceof NoticeSuperseded superseded) {
            matches.current(superseded.intervention()).ifPresent(match -> acts.superseded(match, superseded));
        } else if (event.getPayload() instanceof OrderEnded ended) {
            matches.current(ended.intervention()).ifPresent(match -> acts.orderEnded(match, ended));
        }
    }
}
