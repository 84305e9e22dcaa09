package org.zongwu.launch;

import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;

/** The last step before the first page: everything is there, the port still shows that it starts. */
final class Opening implements SmartLifecycle {
    private final Runnable lastWork;
    private final StartingPage startingPage;
    private volatile boolean open;

    Opening(Runnable lastWork, StartingPage startingPage) {
        this.lastWork = lastWork;
        this.startingPage = startingPage;
    }

    @Override
    public void start() {
        lastWork.run();
        startingPage.close();
        open = true;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }
}
