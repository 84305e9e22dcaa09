package org.zongwu.launch;

/** The example office of {@code ./zongwu demo}. */
public interface DemoOffice {
    /**
     * Makes the example school with a term of work in it, unless it is there, and writes its summary. Called when everything
     * else is ready and before the first page is served.
     *
     * @param base where the links of the summary lead
     */
    void open(String base, Progress progress);

    /** Says where the summary lies and with which accounts one looks around. */
    void welcome(Progress progress);
}
