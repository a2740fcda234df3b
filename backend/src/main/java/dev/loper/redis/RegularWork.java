package dev.loper.redis;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/// Whatever is done regularly (`@Scheduled`), each on a thread of its own.
///
/// Spring's scheduler for virtual threads runs all tasks of a fixed delay on one thread: after a weekend's timers nobody
/// would be online, no counts would move and no memory would be watched until the last of them has fired.
@Configuration(proxyBeanMethods = false)
class RegularWork implements SchedulingConfigurer, DisposableBean {

    private @Nullable ScheduledExecutorService threads;

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        int tasks = registrar.getFixedDelayTaskList().size() + registrar.getFixedRateTaskList().size()
                + registrar.getCronTaskList().size() + registrar.getTriggerTaskList().size();
        threads = Executors.newScheduledThreadPool(Math.max(1, tasks), Thread.ofVirtual().name("regular-",
                0).factory());
        registrar.setScheduler(threads);
    }

    @Override
    public void destroy() {
        if (threads != null) {
            threads.shutdown();
        }
    }
}
