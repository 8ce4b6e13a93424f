package org.insats.casefile;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the platform's scheduler look who left, by the watch that it finds in the job's data under {@code watch}. */
@DisallowConcurrentExecution
public final class StaffQuartzJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
        ((StaffWatch) context.getMergedJobDataMap().get("watch")).run();
    }
}
