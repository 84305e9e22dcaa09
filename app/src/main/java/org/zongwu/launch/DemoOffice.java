package org.zongwu.launch;

/** The example office of {@code ./zongwu demo}. */
public interface DemoOffice {
    /**
     * Makes the example school with a term of work in it, unless it is there. Called when everything else is ready and
     * before the first page is served.
     *
     * @param fresh the data folder was emptied for this start
     */
    void open(boolean fresh, Progress progress);
}
