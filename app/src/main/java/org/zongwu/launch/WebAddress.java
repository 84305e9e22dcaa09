package org.zongwu.launch;

/**
 * Where the web listens: this machine only, or the school's network with encryption; without it only when asked for by name.
 *
 * @param bind address to listen on
 */
record WebAddress(String bind, int port, boolean secured, boolean insecureLan) {
    private static final int PLAIN = 8080;
    private static final int SECURED = 8443;

    static WebAddress of(Arguments arguments) {
        var insecure = arguments.has("insecure-lan");
        if (insecure && arguments.has("lan")) {
            throw new Misused("--lan 与 --insecure-lan 只能选一个", "choose either --lan or --insecure-lan");
        }
        var secured = arguments.has("lan");
        return new WebAddress(secured || insecure ? "0.0.0.0" : "127.0.0.1", arguments.port(secured ? SECURED : PLAIN), secured, insecure);
    }

    String base() {
        return (secured ? "https" : "http") + "://" + (secured ? "localhost" : "127.0.0.1") + ":" + port;
    }
}
