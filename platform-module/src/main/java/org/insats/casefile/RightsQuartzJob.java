package org.insats.casefile;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the platform's scheduler look for people who have left, by the round that it finds in the job's data under {@code round}. */
@DisallowConcurrentExecution
public final class RightsQuartzJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
        RightsRound round = (RightsRound) context.getMergedJobDataMap().get("round");
        round.followPeople();
    }
}
