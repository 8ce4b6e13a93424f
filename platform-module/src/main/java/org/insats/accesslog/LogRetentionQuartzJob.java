package org.insats.accesslog;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Has the scheduler remove from the access log what has been kept long enough (RET-88). */
@DisallowConcurrentExecution
public final class LogRetentionQuartzJob implements Job {

    @Override
    public void execute(JobExecutionContext context) {
        ((LogRetention) context.getMergedJobDataMap().get("job")).run();
    }
}
