package org.insats.records;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the platform's scheduler run the records jobs, which it finds in the job's data under {@code first} and {@code then}. */
@DisallowConcurrentExecution
public final class RecordsQuartzJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
        ((Runnable) context.getMergedJobDataMap().get("first")).run();
        ((Runnable) context.getMergedJobDataMap().get("then")).run();
    }
}
