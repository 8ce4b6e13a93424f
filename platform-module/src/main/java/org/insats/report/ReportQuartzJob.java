package org.insats.report;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Lets the platform's scheduler run the report job, which it finds in the job's data under {@code job}. */
@DisallowConcurrentExecution
public final class ReportQuartzJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
        ((ReportJob) context.getMergedJobDataMap().get("job")).run();
    }
}
