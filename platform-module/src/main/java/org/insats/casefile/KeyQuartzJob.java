package org.insats.casefile;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the platform's scheduler run the job that fills in keys, which it finds in the job's data under {@code job}. */
@DisallowConcurrentExecution
public final class KeyQuartzJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
        ((KeyJob) context.getMergedJobDataMap().get("job")).run();
    }
}
