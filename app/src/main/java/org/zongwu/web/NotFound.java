package org.zongwu.web;

/** No such thing, or not yours: the answer is the same (404). */
public class NotFound extends RuntimeException {
    public NotFound() {
        super("not found", null, false, false);
    }
}
