package org.zongwu.launch;

/** Says on the console what is being done, a line at a time. */
@FunctionalInterface
public interface Progress {
    void say(String line);
}
