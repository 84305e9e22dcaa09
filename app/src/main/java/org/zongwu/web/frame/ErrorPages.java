package org.zongwu.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.zongwu.kernel.RuleBroken;
import org.zongwu.web.Messages;
import org.zongwu.web.NotFound;
import org.zongwu.web.Problem;
import org.zongwu.web.Shown;

/** The one place where failures become pages: what happened, whether anything was saved, what to do now. */
@ControllerAdvice
class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Messages messages;
    private final Clock clock;

    ErrorPages(Messages messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @ExceptionHandler({NotFound.class, NoResourceFoundException.class, MethodArgumentTypeMismatchException.class, NoSuchElementException.class})
    ModelAndView notFound(HttpServletRequest request) {
        return page(request, HttpStatus.NOT_FOUND, messages.say("error.404.title"), messages.say(Problem.isForProgram(request) ? "error.404.programs" : "error.404.text"), null);
    }

    @ExceptionHandler({HttpRequestMethodNotSupportedException.class, ServletRequestBindingException.class})
    ModelAndView badRequest(HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, messages.say("error.400.title"), messages.say("error.400.text"), null);
    }

    @ExceptionHandler
    ModelAndView forbidden(AllowInterceptor.Forbidden denied, HttpServletRequest request) {
        if (denied.access.programs()) return page(request, HttpStatus.FORBIDDEN, messages.say("error.403.title"), messages.say("error.403.programs"), null);
        var duties = denied.access.duties().stream().sorted().map(d -> messages.say("duty." + d.name())).collect(Collectors.joining(messages.say("list.and")));
        return page(request, HttpStatus.FORBIDDEN, messages.say("error.403.title"), messages.say("error.403.text", duties), null);
    }

    @ExceptionHandler
    ModelAndView refused(RuleBroken refusal, HttpServletRequest request) {
        return page(request, HttpStatus.UNPROCESSABLE_CONTENT, messages.say("error.422.title"), messages.say(refusal), null);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return page(request, HttpStatus.CONTENT_TOO_LARGE, messages.say("error.413.title"), messages.say("error.413.text"), null);
    }

    @ExceptionHandler
    ModelAndView defect(Exception e, HttpServletRequest request) {
        if (isBusy(e)) {
            var page = page(request, HttpStatus.SERVICE_UNAVAILABLE, messages.say("error.503.title"), messages.say("error.503.text"), null);
            LOG.warn("busy: {} {}", request.getMethod(), request.getRequestURI());
            return page;
        }
        var incident = incident();
        LOG.error("incident {}: {} {}", incident, request.getMethod(), request.getRequestURI(), e);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, messages.say("error.500.title"), messages.say("error.500.text"), incident);
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, String title, String text, String incident) {
        var page = Problem.isForProgram(request) ? new ModelAndView(new Problem()) : new ModelAndView("web/error");
        page.setStatus(status);
        page.addObject("status", status.value());
        page.addObject("title", title);
        page.addObject("text", text);
        page.addObject("incident", incident);
        page.addObject("at", Shown.fullTime(Instant.now(clock)));
        return page;
    }

    private static boolean isBusy(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException || cause instanceof CannotCreateTransactionException) return true;
        }
        return false;
    }

    private static String incident() {
        var bytes = new byte[4];
        RANDOM.nextBytes(bytes);
        return "ZW-" + HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
