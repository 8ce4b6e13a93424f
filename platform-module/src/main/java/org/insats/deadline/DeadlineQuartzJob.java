package org.insats.deadline;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the platform's scheduler run the deadline job, which it finds in the job's data under {@code job}. */
@DisallowConcurrentExecution
public final class DeadlineQuartzJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
        DeadlineJob job = (DeadlineJob) context.getMergedJobDataMap().get("job");
        job.runOnce();
    }
}
