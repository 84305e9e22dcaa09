package org.zongwu.access.security;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** Answers requests that are so malformed that no application can be chosen for them; the server makes it, by its name. */
final class BareRefusal extends ErrorReportValve {
    public BareRefusal() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() >= 400 && !response.isCommitted()) Headers.BARE.forEach(response::setHeader);
        super.report(request, response, failure);
    }
}
