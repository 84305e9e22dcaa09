package org.zongwu.access.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.zongwu.web.Allow;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Problem;
import org.zongwu.web.Shown;

/** The page for what failed before a handler was asked, in a filter or in the server. Says nothing of what it was. */
@Controller
class FaultDispatch implements ErrorController {
    private final Messages messages;
    private final Clock clock;

    FaultDispatch(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @RequestMapping("/error")
    @Allow(open = true)
    ModelAndView fault(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)) throw new NotFound();
        var key = "error." + (messages.has("error." + status + ".text") ? status : status < 500 ? 400 : 500);
        var model = new HashMap<String, Object>();
        model.put("status", status);
        model.put("title", messages.say(key + ".title"));
        model.put("text", messages.say(key + ".text", ""));
        model.put("incident", null);
        model.put("at", Shown.fullTime(clock.instant()));
        var page = Problem.isForProgram(request) ? new ModelAndView(new Problem(), model) : new ModelAndView("web/error", model);
        page.setStatus(HttpStatusCode.valueOf(status));
        return page;
    }
}
